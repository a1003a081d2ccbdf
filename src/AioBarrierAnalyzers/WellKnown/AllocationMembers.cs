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

    internal static readonly TypeRow[] Rows =
    {
        Of("NativeMemory", "Alloc", "AllocZeroed", "Realloc", "AlignedAlloc", "AlignedRealloc"),
        Of("Marshal", "AllocHGlobal", "AllocCoTaskMem", "ReAllocHGlobal", "ReAllocCoTaskMem", "StringToHGlobalAnsi", "StringToHGlobalUni"),
        Of("GCHandle", "AddrOfPinnedObject"),
    };

    private static TypeRow Of(string name, params string[] members) =>
        new(Interop, name, members.Select(static m => new MemberRow(m, new MemberEffect(MemberRole.Allocate, MemoryAction.Nothing))).ToArray());
}
