using System.Linq;
using AioBarrierAnalyzers.MemoryModel;

namespace AioBarrierAnalyzers.WellKnown;

/// <summary>
/// Admitted: members that give native memory, or the address of an object that was pinned. What comes from a pool is not admitted: whoever returned it may
/// have kept it.
/// </summary>
internal static class AllocationMembers
{
    private const string Interop = "System.Runtime.InteropServices";

    private static readonly MemberEffect New = new(MemberRole.Allocate, MemoryAction.Nothing);

    /// <summary>Gives its first argument back, too.</summary>
    private static readonly MemberEffect Moved = New with { ValueParameter = 0 };

    internal static readonly TypeRow[] Rows =
    {
        Of("NativeMemory", new[] { "Alloc", "AllocZeroed", "AlignedAlloc" }, "Realloc", "AlignedRealloc"),
        Of("Marshal", new[] { "AllocHGlobal", "AllocCoTaskMem", "StringToHGlobalAnsi", "StringToHGlobalUni" }, "ReAllocHGlobal", "ReAllocCoTaskMem"),
        Of("GCHandle", new[] { "AddrOfPinnedObject" }),
    };

    private static TypeRow Of(string name, string[] members, params string[] moving) =>
        new(Interop, name, members.Select(static m => new MemberRow(m, New)).Concat(moving.Select(static m => new MemberRow(m, Moved))).ToArray());
}
