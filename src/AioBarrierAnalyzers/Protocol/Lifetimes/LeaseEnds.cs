using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Protocol.Lifetimes;

/// <summary>
/// Finds leases whose disposal gives the slot back by a plain store. The slot is read through the lease's other members, and whoever was given the lease calls
/// them before: that order is in no member of the type, and still it is the program's.
/// </summary>
internal static class LeaseEnds
{
    /// <summary>The store at the end, what is read before it, and the store to that which it lets in.</summary>
    public static IEnumerable<(MemberEvent Release, MemberEvent Use, MemberEvent Overwrite, Guard Guard)> Find(ProtocolContext context)
    {
        foreach (Member end in context.World.Own)
        {
            if (end.Kind != MemberKind.Ordinary || !end.Method.IsDisposal())
                continue;
            foreach (MemberEvent release in end.Accesses)
            {
                if (release.Event is { Kind: EventKind.Store, Action.IsPlain: true, Stored: not null, Locks: { IsEmpty: true, HasUnknown: false } } &&
                    context.Evidence.IsMarked(release.Location) && !IsBehindOrder(release) &&
                    UsesOf(end, context).Select(u => FindOverwrite(context, u, release)).FirstOrDefault(static f => f is not null) is { } found)
                {
                    yield return (release, found.Use, found.Overwrite, found.Guard);
                }
            }
        }
    }

    /// <summary>Something before the store keeps it behind all that was read.</summary>
    private static bool IsBehindOrder(MemberEvent release) => release.Member.Graph.Events.Any(
        e => (e.Kind is EventKind.Fence or EventKind.LockEnter or EventKind.LockExit or EventKind.Wait || ((e.Reads || e.Writes) && e.IsMarked)) &&
            release.Member.Search.Reaches(e.Node, release.Event.Node));

    /// <summary>What the other members of the lease read.</summary>
    private static IEnumerable<MemberEvent> UsesOf(Member end, ProtocolContext context) => context.World.Own
        .Where(m => m != end && m.Kind == MemberKind.Ordinary && !m.Method.IsDisposal() &&
            SymbolEqualityComparer.Default.Equals(m.Method.ContainingType, end.Method.ContainingType))
        .SelectMany(static m => m.Accesses).Where(static a => a.Event is { Kind: EventKind.Load, IsMarked: false, IsConcurrentCollection: false });

    private static (MemberEvent Use, MemberEvent Overwrite, Guard Guard)? FindOverwrite(ProtocolContext context, MemberEvent use, MemberEvent release)
    {
        if (use.Location.Overlaps(release.Location))
            return null;
        foreach (MemberEvent store in context.World.AccessesOf(use.Location))
        {
            if (store.Event.Kind != EventKind.Store || store.Member == release.Member || store.Member == use.Member || Stores.IsClear(store.Event) ||
                store.Event.Locks.Excludes(use.Event.Locks))
            {
                continue;
            }

            Guard? guard = context.Guards.Of(store.Member).FirstOrDefault(
                g => g.Load.Location.Overlaps(release.Location) && g.Covers(store.Event) && g.IsChoice && IsLetIn(g, release.Event.Stored!));
            if (guard is not null)
                return (use, store, guard);
        }

        return null;
    }

    private static bool IsLetIn(Guard guard, Value stored) => stored is Value.Constant ? guard.Demands(stored) : guard.Admits(stored);
}
