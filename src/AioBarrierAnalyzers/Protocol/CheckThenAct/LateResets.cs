using System;
using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Protocol.Sections;
using AioBarrierAnalyzers.Sharing;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Protocol.CheckThenAct;

/// <summary>
/// Finds events that a worker resets behind its last look at the work, before it waits for them again: what was added and announced in between is wiped out.
/// An event that resets itself is reset by the wait, before the look. A wait with a time limit looks again by itself.
/// </summary>
internal static class LateResets
{
    public static IEnumerable<LateReset> Find(ProtocolContext context)
    {
        foreach (Member worker in context.World.Own.Where(m => !m.IsConstruction))
        {
            foreach (MemberEvent reset in worker.Accesses.Where(a => IsReset(a.Event)))
            {
                List<MemoryEvent> waits = worker.Graph.Events.Where(e => IsWaitFor(e, reset) && worker.Search.Reaches(reset.Event.Node, e.Node)).ToList();
                if (waits.Count > 0 && Judge(reset, waits, context) is { } late)
                    yield return late;
            }
        }
    }

    private static bool IsReset(MemoryEvent @event) => @event is { Kind: EventKind.Store, Effect.Role: MemberRole.Store } &&
        @event.Operation is IInvocationOperation { Instance.Type: { } type } && LibraryTypes.ManualEvents.Contains(type);

    private static bool IsWaitFor(MemoryEvent wait, MemberEvent reset) =>
        wait.Kind == EventKind.Wait && wait.Effect.Result != AtomicResult.Success && wait.Location?.MayAlias(reset.Location) == true;

    private static LateReset? Judge(MemberEvent reset, List<MemoryEvent> waits, ProtocolContext context)
    {
        GraphSearch search = reset.Member.Search;
        foreach (MemberEvent look in reset.Member.Accesses)
        {
            if (!look.Event.Reads || look.Location.MayAlias(reset.Location) || !search.ReachesUnblocked(look.Event.Node, reset.Event.Node, IsFurther(look)) ||
                !waits.Exists(w => search.Reaches(w.Node, look.Event.Node) && IsNextStep(reset, w, look)) || FindAdd(look, reset, context) is not { } add)
            {
                continue;
            }

            return new LateReset(look, reset, add);
        }

        return null;
    }

    /// <summary>Another look at the same place: the last one before the reset counts.</summary>
    private static Func<GraphNode, bool> IsFurther(MemberEvent look) => node =>
        node.Event is { Reads: true, Location: { } location } @event && @event != look.Event && location.Overlaps(look.Location);

    /// <summary>
    /// The worker goes on to wait without another look, and without having asked anybody for the work before: who answers to a request cannot come too early.
    /// </summary>
    private static bool IsNextStep(MemberEvent reset, MemoryEvent wait, MemberEvent look) => reset.Member.Search.ReachesUnblocked(
        reset.Event.Node, wait.Node, node => node.Event is { } @event &&
            (IsRequest(@event) || (@event.Reads && @event.Location?.Overlaps(look.Location) == true)));

    private static bool IsRequest(MemoryEvent @event) =>
        @event.Kind is EventKind.Start or EventKind.Wake or EventKind.Invoke or EventKind.Opaque || (@event.Writes && @event.Path?.IsFresh == false);

    /// <summary>
    /// Another member adds to what was looked at and then sets the event, and no lock keeps the two steps apart: one that is held from the look to the reset,
    /// and for the addition.
    /// </summary>
    private static MemberEvent? FindAdd(MemberEvent look, MemberEvent reset, ProtocolContext context) => context.World.AccessesOf(look.Location).FirstOrDefault(
        add => add.Event.Writes && add.Member != reset.Member && !add.Member.IsConstruction && !Stores.IsClear(add.Event) && !IsTake(add.Event) &&
            !add.Event.Locks.HasUnknown && !add.Event.Locks.Locks.Any(
                l => look.Event.Locks.Find(l.Location) is not null && reset.Event.Locks.Find(l.Location) is not null &&
                    CriticalSections.AreOne(look, reset, l.Location)) &&
            add.Member.Graph.Events.Any(e => e.Kind == EventKind.Wake && e.Location?.MayAlias(reset.Location) == true &&
                add.Member.Search.Reaches(add.Event.Node, e.Node)));

    private static bool IsTake(MemoryEvent @event) => @event.Effect.Role is MemberRole.CollectionTake or MemberRole.CollectionClear;
}
