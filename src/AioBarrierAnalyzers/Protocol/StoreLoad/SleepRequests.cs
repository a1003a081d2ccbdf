using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;

namespace AioBarrierAnalyzers.Protocol.StoreLoad;

/// <summary>
/// Finds store buffering of which the waker's side is divided: its callers store what the sleeper looks at, by members of other types, and then call it. It
/// takes the request by an atomic operation, and so has its fence; the sleeper, who asks and then looks, has none.
/// </summary>
internal static class SleepRequests
{
    /// <summary>A request and a look that lie further apart than this many branches have nothing to do with each other.</summary>
    private const int MaxBranches = 3;

    public static IEnumerable<SleepRequest> Find(ProtocolContext context)
    {
        foreach (Member sleeper in context.World.Own)
        {
            if (sleeper.IsConstruction)
                continue;
            foreach (MemberEvent store in sleeper.Accesses)
            {
                if (store.Event is { Kind: EventKind.Store, IsMarked: true } && Stores.IsSet(store.Event) && Judge(store, context) is { } request)
                    yield return request;
            }
        }
    }

    private static SleepRequest? Judge(MemberEvent store, ProtocolContext context)
    {
        foreach (Guard decision in context.Guards.Of(store.Member))
        {
            MemberEvent look = decision.Load;
            if (look.Event.Kind == EventKind.Load && context.Evidence.IsMarked(look.Location) && !look.Location.Overlaps(store.Location) &&
                store.Member.Search.Reaches(store.Event.Node, look.Event.Node) &&
                store.Member.Search.BranchesBetween(store.Event.Node, look.Event.Node) <= MaxBranches && decision.IsChoice &&
                IsStoredByCallers(look, context) && StoreBuffering.IsUnfenced(store, look) && FindTaken(store, decision, context) is { } taken)
            {
                return new SleepRequest(store, decision, taken);
            }
        }

        return null;
    }

    /// <summary>Somebody stores it who wakes nobody, and without the lock that the sleeper holds: that is left to who calls this one.</summary>
    private static bool IsStoredByCallers(MemberEvent look, ProtocolContext context) => context.World.AccessesOf(look.Location).Any(
        a => a.Event.Writes && a.Member != look.Member && !a.Event.Locks.Excludes(look.Event.Locks) &&
            !a.Member.Graph.Events.Any(e => e.Kind is EventKind.Wake or EventKind.Wait));

    /// <summary>The first thing that the waker does is to take the request; and finding one it wakes who sleeps on the very object.</summary>
    private static MemberEvent? FindTaken(MemberEvent store, Guard decision, ProtocolContext context)
    {
        IReadOnlyList<MemoryEvent> waits = decision.NearEvents(EventKind.Wait);
        if (waits.Count == 0)
            return null;
        foreach (MemberEvent taken in context.World.AccessesOf(store.Location))
        {
            if (taken.Event.Kind == EventKind.ReadModifyWrite && taken.Member != store.Member && !taken.Event.Locks.Excludes(store.Event.Locks) &&
                !taken.Member.Accesses.Any(a => a.Event.Writes && a != taken && taken.Member.Search.Reaches(a.Event.Node, taken.Event.Node)) &&
                context.Guards.Of(taken).Exists(g => g.Demands(store.Event.Stored) && g.NearEvents(EventKind.Wake).Any(
                    w => w.Location is { } woken && waits.Any(s => s.Location?.MayAlias(woken) == true))))
            {
                return taken;
            }
        }

        return null;
    }
}
