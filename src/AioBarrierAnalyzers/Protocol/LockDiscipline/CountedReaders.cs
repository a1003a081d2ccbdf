using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;

namespace AioBarrierAnalyzers.Protocol.LockDiscipline;

/// <summary>
/// Tells readers without the lock for whom the writers wait: a reader counts itself in, looks where it is to read, or whether it may, and counts itself out
/// behind that. A writer, under the lock, first turns that look elsewhere and then waits until nobody is counted in. So who came before is gone, and who comes
/// later does not come here (P. Ramalhete, A. Correia, Left-Right, 2013).
/// </summary>
internal static class CountedReaders
{
    public static bool Allows(LockSite site, IReadOnlyList<LockSite> held, MemoryLocation @lock, ProtocolContext context) =>
        !site.Changes && site.Member.AtomicUpdates.Any(IsEntry) &&
        site.Occurrences.All(o => o.Member.AtomicUpdates.Any(e => IsEntry(e) && IsWithin(o, e) && AreTurnedAway(o, e, held, @lock, context)));

    private static bool IsEntry(MemberEvent update) => Counts.IsChange(update.Event) && Counts.DirectionOf(update.Event) > 0;

    /// <summary>Counted in on every way there, and out behind it on every way on.</summary>
    private static bool IsWithin(MemberEvent access, MemberEvent entry)
    {
        GraphSearch search = access.Member.Search;
        bool IsExit(GraphNode node) => node.Event is { Location: { } count } e && count.MayAlias(entry.Location) && Counts.IsChange(e) &&
            Counts.DirectionOf(e) < 0;
        return !search.ReachesUnblocked(0, access.Event.Node, node => node.Index == entry.Event.Node) &&
            search.ReachesUnblocked(entry.Event.Node, access.Event.Node, IsExit) && !search.ReachesEnd(access.Event.Node, IsExit, static _ => false);
    }

    private static bool AreTurnedAway(MemberEvent access, MemberEvent entry, IReadOnlyList<LockSite> held, MemoryLocation @lock, ProtocolContext context)
    {
        GraphSearch search = access.Member.Search;
        List<MemberEvent> changes = held.Where(h => h.Changes).SelectMany(h => h.Occurrences).ToList();
        foreach (MemberEvent look in access.Member.Accesses)
        {
            if (look.Event is not { Kind: EventKind.Load, IsMarked: true } || look.Location.MayAlias(entry.Location) ||
                !search.Reaches(entry.Event.Node, look.Event.Node) || !search.Reaches(look.Event.Node, access.Event.Node))
            {
                continue;
            }

            // What lets the reader go on there is closed; what says which of several places is read is turned to another one.
            List<Guard> guards = context.Guards.Of(look);
            Guard? gate = IsFoundBy(access.Event, look.Event) ? null : guards.Find(g => g.Covers(access.Event));
            if ((gate is not null || guards.Count > 0 || IsFoundBy(access.Event, look.Event)) &&
                changes.TrueForAll(c => WaitsOf(c, entry, @lock, context).Any(w => IsTurnedAway(c, w, look, gate, @lock))))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsFoundBy(MemoryEvent access, MemoryEvent look) => access.DependsByAddress(look) || access.IsPlacedBy(look) ||
        (access.Path!.Base is Value.Loaded { Event: { Path: not null } way } && IsFoundBy(way, look));

    /// <summary>The loops under the lock that end when nobody is counted in.</summary>
    private static IEnumerable<Guard> WaitsOf(MemberEvent change, MemberEvent entry, MemoryLocation @lock, ProtocolContext context) =>
        context.Guards.Of(change.Member).Where(
            g => g.IsReturn && g.Load.Location.MayAlias(entry.Location) && IsUnder(g.Load, @lock) && !g.Admits(new Value.Constant(0)));

    private static bool IsUnder(MemberEvent access, MemoryLocation @lock) => access.Event.Locks.Find(@lock) is { IsShared: false };

    /// <summary>
    /// The change is made behind the wait, and the readers are not let back in between; or, where they are turned from one place to another, before they are
    /// turned, in the other one.
    /// </summary>
    private static bool IsTurnedAway(MemberEvent change, Guard wait, MemberEvent look, Guard? gate, MemoryLocation @lock)
    {
        GraphSearch search = change.Member.Search;
        List<MemberEvent> turns = change.Member.Accesses.Where(a => a.Event.Writes && a.Location.MayAlias(look.Location)).ToList();
        bool IsTurnedBack(MemberEvent turn) => turns.Exists(t => t != turn && search.Reaches(wait.Load.Event.Node, t.Event.Node) &&
            search.ReachesUnblocked(t.Event.Node, change.Event.Node, node => node.Index == turn.Event.Node));
        return turns.Exists(t => IsUnder(t, @lock) && gate?.Admits(t.Event.Stored) != true &&
            search.Reaches(t.Event.Node, wait.Load.Event.Node) && !search.HasUnorderedPath(t.Event, wait.Load.Event) &&
            ((search.Reaches(wait.Load.Event.Node, change.Event.Node) && !IsTurnedBack(t)) ||
                (gate is null && search.Reaches(change.Event.Node, t.Event.Node))));
    }
}
