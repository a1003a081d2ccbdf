using AioBarrierAnalyzers.Sharing;

namespace AioBarrierAnalyzers.Protocol.CheckThenAct;

/// <summary>A location that is tested, or asked for its length, and then read again as if it could not have changed.</summary>
internal sealed class Reread
{
    public Reread(MemberEvent first, MemberEvent again, MemberEvent? change)
    {
        First = first;
        Again = again;
        Change = change;
    }

    /// <summary>The read that was tested, or that gave the length.</summary>
    public MemberEvent First { get; }

    /// <summary>The second read, whose value is used as the test found it.</summary>
    public MemberEvent Again { get; }

    /// <summary>What another thread stores in between; null where any subscriber's code may do it.</summary>
    public MemberEvent? Change { get; }
}
