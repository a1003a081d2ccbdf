using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Sharing;

namespace AioBarrierAnalyzers.Protocol.Messages;

/// <summary>Finds the signals that are given before the data is there.</summary>
internal static class EarlySignals
{
    public static IEnumerable<EarlySignal> Find(ProtocolContext context)
    {
        foreach (Member sender in context.World.Own.Where(m => !m.IsConstruction))
        {
            // What a member both takes and gives back is a lock.
            List<MemoryEvent> wakes = sender.Graph.Events.Where(e => e.Kind == EventKind.Wake && e.Location is not null &&
                !sender.Graph.Events.Any(w => w.Kind == EventKind.Wait && w.Location?.MayAlias(e.Location!) == true)).ToList();
            foreach (MemoryEvent wake in wakes)
            {
                foreach (MemberEvent payload in sender.Accesses.Where(p => IsTooLate(p, wake)))
                {
                    if (FindReceiver(context, payload, wake) is { } signal)
                        yield return signal;
                }
            }
        }
    }

    private static bool IsTooLate(MemberEvent payload, MemoryEvent wake)
    {
        GraphSearch search = payload.Member.Search;
        return payload.Event is { Kind: EventKind.Store, Stored: not Value.Constant, Twin: null } && payload.Location.Kind == LocationKind.Field &&
            search.Reaches(wake.Node, payload.Event.Node) && !search.Reaches(payload.Event.Node, wake.Node) &&
            !search.ReachesUnblocked(0, payload.Event.Node, node => node.Index == wake.Node) &&
            !payload.Member.Accesses.Any(a => a.Event.Writes && a.Location.Overlaps(payload.Location) && search.Reaches(a.Event.Node, wake.Node));
    }

    private static EarlySignal? FindReceiver(ProtocolContext context, MemberEvent payload, MemoryEvent wake)
    {
        foreach (MemberEvent use in context.World.AccessesOf(payload.Location))
        {
            Member receiver = use.Member;
            if (use.Event.Kind != EventKind.Load || receiver == payload.Member || use.Event.Locks.Excludes(payload.Event.Locks) ||
                receiver.Accesses.Any(a => a.Event.Writes && a.Location.Overlaps(payload.Location)) ||
                context.Guards.Of(use).Any(g => Conditions.IsNullTest(g.Branch.Condition!, use.Event)))
            {
                continue;
            }

            MemoryEvent? wait = receiver.Graph.Events.FirstOrDefault(w => w.Kind == EventKind.Wait && w.Location?.MayAlias(wake.Location!) == true &&
                !receiver.Search.ReachesUnblocked(0, use.Event.Node, node => node.Index == w.Node));
            if (wait is not null)
                return new EarlySignal(payload, wake, wait, use);
        }

        return null;
    }
}
