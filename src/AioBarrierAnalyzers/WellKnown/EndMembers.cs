using AioBarrierAnalyzers.MemoryModel;

namespace AioBarrierAnalyzers.WellKnown;

/// <summary>Admitted: members behind which nothing runs any more, because they end the process.</summary>
internal static class EndMembers
{
    private static readonly MemberEffect End = new(MemberRole.NoReturn, MemoryAction.Nothing);

    internal static readonly TypeRow[] Rows =
    {
        new("System", "Environment",
            new("Exit", End),
            new("FailFast", End)),
    };
}
