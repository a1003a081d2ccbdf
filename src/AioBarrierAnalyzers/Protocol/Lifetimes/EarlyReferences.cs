using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Protocol.Sections;
using AioBarrierAnalyzers.Sharing;
using LocationKind = AioBarrierAnalyzers.Accesses.LocationKind;

namespace AioBarrierAnalyzers.Protocol.Lifetimes;

/// <summary>
/// Tells a store to a buffer under the very lock that is held to replace it, by a reference that was read before the lock was taken: the buffer may have been
/// replaced by then. Nothing is said where the section asks whether it was.
/// </summary>
internal static class EarlyReferences
{
    /// <summary>
    /// The stores under a lock of the swap to what is the old buffer on one way and a new one on the other, so that nobody can say which field leads to it.
    /// </summary>
    public static IEnumerable<MemberEvent> Writes(MemberEvent swap, ProtocolContext context) => context.World.Members
        .Where(m => !m.IsConstruction).SelectMany(m => m.Accesses)
        .Where(w => w.Event.Writes && w.Location is { Kind: LocationKind.Element, NamingSymbol: null } && w.Event.Locks.Excludes(swap.Event.Locks) &&
            w.Event.Path!.Base is Value.Derived { IsChoice: true } buffer && buffer.Operands.Any(o => o.IsFresh) &&
            buffer.Operands.Any(o => o is Value.Loaded { IsExact: true } old && old.Event.Location?.Overlaps(swap.Location) == true));

    /// <summary>The early read; null where some lock that both hold is held from the read to the store.</summary>
    public static MemberEvent? Of(MemberEvent write, MemberEvent swap, ProtocolContext context)
    {
        if (write.Event.Locks.HasUnknown || !write.Event.Locks.Excludes(swap.Event.Locks) ||
            (write.Member == swap.Member && write.Member is { Kind: MemberKind.Started, IsRepeated: false }))
        {
            return null;
        }

        return write.Member.Accesses.FirstOrDefault(
            read => read.Event.Kind == EventKind.Load && read.Location.Overlaps(swap.Location) && !read.Event.Locks.HasUnknown &&
                write.Event.DependsByAddress(read.Event) && write.Member.Search.Reaches(read.Event.Node, write.Event.Node) &&
                !write.Event.Locks.Locks.Any(l => swap.Event.Locks.Find(l.Location) is not null && IsHeldBetween(read, write, l.Location)) &&
                !IsAskedAgain(read, write, context));
    }

    private static bool IsHeldBetween(MemberEvent read, MemberEvent write, MemoryLocation @lock) =>
        read.Event.Locks.Find(@lock) is not null && CriticalSections.AreOne(read, write, @lock);

    /// <summary>
    /// The field is looked at anew: what was read is compared with it, or the store is made only where that, or what else was read before, is as expected.
    /// </summary>
    private static bool IsAskedAgain(MemberEvent read, MemberEvent write, ProtocolContext context) => context.Guards.Of(read.Member).Any(
        g => g.Load != read && !g.Load.Event.Locks.IsEmpty && read.Member.Search.Reaches(read.Event.Node, g.Load.Event.Node) &&
            read.Member.Search.Reaches(g.Load.Event.Node, write.Event.Node) &&
            (g.Load.Location.Overlaps(read.Location)
                ? g.Branch.Condition!.Sources().Contains(read.Event) || IsOnlyWay(g, read, write)
                : g.Branch.Condition!.Sources().Any(s => s != g.Load.Event && s.Locks.IsEmpty) && IsOnlyWay(g, read, write)));

    /// <summary>The other way does not lead to the store, unless it reads the reference again.</summary>
    private static bool IsOnlyWay(Guard guard, MemberEvent read, MemberEvent write)
    {
        int other = guard.Branch.Successors[guard.Outcome ? 1 : 0];
        return guard.Covers(write.Event) && other != write.Event.Node &&
            !guard.Member.Search.ReachesUnblocked(other, write.Event.Node, node => node.Index == read.Event.Node);
    }
}
