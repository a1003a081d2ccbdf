using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Protocol.CheckThenAct;

/// <summary>Finds late clears: on some path the worker clears the flag behind its last look at the work and does not look again.</summary>
internal static class LateClears
{
    public static IEnumerable<LateClear> Find(ProtocolContext context)
    {
        foreach (Member producer in context.World.Members)
        {
            if (producer.IsConstruction || (!producer.HasConcurrentAdd && producer.AtomicUpdates.IsEmpty))
                continue;
            List<MemberEvent> adds = producer.Accesses.Where(a => IsAdd(a, context)).ToList();
            if (adds.Count == 0)
                continue;
            foreach (Guard decision in context.Guards.Of(producer))
            {
                // A loop that waits for a lock word decides nothing: sooner or later it goes on.
                if (decision.IsSpin || context.Evidence.Of(decision.Load.Location) == EvidenceKinds.None ||
                    (decision.Acts & (Acts.Start | Acts.Wake | Acts.Invoke)) == 0)
                    continue;
                foreach (MemberEvent add in adds)
                {
                    if (add.Location.Overlaps(decision.Load.Location) || (IsMereCollection(add) && !IsClaim(decision)) ||
                        !producer.Search.Reaches(add.Event.Node, decision.Load.Event.Node) ||
                        IsLeftToTime(context, add, decision))
                    {
                        continue;
                    }

                    foreach (LateClear late in InWorkers(context, add, decision))
                        yield return late;
                }
            }
        }
    }

    /// <summary>
    /// Adds an item to a collection, to a mere one under its lock, or to a word of which another member takes all that is in it; a count that is taken once may
    /// be a mere report, and stands for work only where it is taken until none is left.
    /// </summary>
    private static bool IsAdd(MemberEvent add, ProtocolContext context)
    {
        if (add.Event.IsConcurrentCollection)
            return add.Event.Writes;
        return add.Event.Effect.Role == MemberRole.CollectionAdd ? !add.Event.Locks.IsEmpty
            : add.Event is { Kind: EventKind.ReadModifyWrite, Comparand: null, Stored: not Value.Constant } && IsTakenByOthers(add, context);
    }

    private static bool IsTakenByOthers(MemberEvent add, ProtocolContext context) => context.World.AccessesOf(add.Location).Any(
        a => a.Member != add.Member && IsTake(a.Event) && (!IsCount(add.Event) || a.Member.Search.Reaches(a.Event.Node, a.Event.Node)));

    private static bool IsMereCollection(MemberEvent add) => add.Event is { Effect.Role: MemberRole.CollectionAdd, IsConcurrentCollection: false };

    /// <summary>Who adds takes the flag by the look itself, and starts somebody if he got it.</summary>
    private static bool IsClaim(Guard decision) => decision.Load.Event is { Kind: EventKind.ReadModifyWrite, Delta: 0 } claim && Stores.IsSet(claim) &&
        (decision.NearActs & (Acts.Start | Acts.Wake)) != 0;

    /// <summary>Adds to a number and gives the sum; what sets bits gives what was there before.</summary>
    private static bool IsCount(MemoryEvent add) => add.Effect.Result == AtomicResult.NewValue;

    /// <summary>Takes all that is in a word, and leaves nothing there.</summary>
    private static bool IsTake(MemoryEvent take) => take is { Kind: EventKind.ReadModifyWrite, IsConcurrentCollection: false, Comparand: null } &&
        take.Stored is Value.Constant { Content: not null } left && Conditions.AsNumber(left) == 0 && !Stores.IsDiscarded(take);

    /// <summary>
    /// Behind the addition the flag is looked at only where the worker has been away for so long: nobody counts on what is added to be seen to at once.
    /// </summary>
    private static bool IsLeftToTime(ProtocolContext context, MemberEvent add, Guard decision) => context.Guards.Of(add.Member).Exists(
        g => Conditions.IsOfTime(g.Branch.Condition!) && add.Member.Search.Reaches(add.Event.Node, g.Load.Event.Node) && g.IsOnlyWayTo(decision.Load.Event));

    private static IEnumerable<LateClear> InWorkers(ProtocolContext context, MemberEvent add, Guard decision)
    {
        foreach (MemberEvent clear in context.World.AccessesOf(decision.Load.Location))
        {
            if (clear.Event.Writes && TellsToStart(clear.Event, decision) && !clear.Event.Locks.Excludes(decision.Load.Event.Locks) &&
                !IsCounted(clear, add, decision) && LastLook(clear, add) is { } look && !AddsItself(look, clear, add) &&
                !IsPolledOnceMore(clear.Member, look, clear) && EndsWithoutLook(context, look, clear, add, decision))
            {
                yield return new LateClear(look, clear, add, decision);
            }
        }
    }

    /// <summary>On some way that does not come from a failure: who failed leaves its work undone, and clears the flag for the next one.</summary>
    private static MemberEvent? LastLook(MemberEvent clear, MemberEvent add) => clear.Member.Accesses.LastOrDefault(
        a => IsLook(a, add) && a.Event.Node < clear.Event.Node &&
            clear.Member.Search.ReachesUnblocked(a.Event.Node, clear.Event.Node, static node => node.IsHandler));

    /// <summary>A look for room: the same member adds behind it, and does not work on what is there unless it claims the flag for that.</summary>
    private static bool AddsItself(MemberEvent look, MemberEvent clear, MemberEvent add)
    {
        bool IsBetween(MemberEvent a) => a.Event.Node > look.Event.Node && a.Event.Node < clear.Event.Node;
        return add.Event.IsConcurrentCollection && clear.Member.Accesses.Any(
                a => a.Event is { IsConcurrentCollection: true, Effect.Role: MemberRole.CollectionAdd } && a.Location.Overlaps(add.Location) && IsBetween(a)) &&
            !clear.Member.AtomicUpdates.Any(a => a.Location.Overlaps(clear.Location) && IsBetween(a));
    }

    private static bool EndsWithoutLook(ProtocolContext context, MemberEvent look, MemberEvent clear, MemberEvent add, Guard decision)
    {
        Member worker = clear.Member;
        bool Ends(GraphNode node) => node.Event is { Kind: EventKind.Wait };

        // Whoever failed leaves its work undone, old and new: that it did not look again is not what loses it.
        bool LooksAgain(GraphNode node) =>
            node.IsHandler || (node.Event is { } e && worker.Accesses.Any(a => a.Event == e && (IsLook(a, add) || IsLookAtCount(a, add, decision)))) ||
                IsSecondThought(node, clear.Event) || IsClaimedAnew(node, clear) || IsLookBeforeClaim(context, node, clear);
        bool IsSuspension(GraphNode node) =>
            Suspensions.Of(context, node, clear, look.Location) is { } goOn &&
                (LooksAgain(worker.Graph[goOn]) || !worker.Search.ReachesEnd(goOn, LooksAgain, Ends));
        HashSet<int>? failures = FailuresOf(clear);
        return worker.Search.ReachesEnd(clear.Event.Node, n => LooksAgain(n) || IsSuspension(n) || failures?.Contains(n.Index) == true, Ends);
    }

    /// <summary>Where it goes on if the compare-exchange has failed: there nothing was cleared. Null where none branches on that.</summary>
    private static HashSet<int>? FailuresOf(MemberEvent clear)
    {
        if (clear.Event is not { Kind: EventKind.ReadModifyWrite, Comparand: not null })
            return null;
        HashSet<int>? failures = null;
        foreach (GraphNode node in clear.Member.Graph.Nodes)
        {
            if (node.IsBranch && Conditions.DecideWhereExchanged(node.Condition!, clear.Event) is { } outcome)
                (failures ??= new HashSet<int>()).Add(node.Successors[outcome ? 1 : 0]);
        }

        return failures;
    }

    /// <summary>The flag is taken again: by whom it was set in between if not by this one, and whoever takes it looks again.</summary>
    private static bool IsClaimedAnew(GraphNode node, MemberEvent clear) =>
        node.Event is { Kind: EventKind.ReadModifyWrite, Location: { } location } claim && claim != clear.Event && location.Overlaps(clear.Location) &&
        (claim.Comparand is not null || Stores.IsSet(claim));

    /// <summary>The flag is looked at and taken where it is found as the clear left it: found otherwise, somebody else has taken it.</summary>
    private static bool IsLookBeforeClaim(ProtocolContext context, GraphNode node, MemberEvent clear) =>
        node.Event is { Kind: EventKind.Load, Location: { } location } load && clear.Event.Kind == EventKind.ReadModifyWrite &&
        location.Overlaps(clear.Location) && context.Guards.Of(clear.Member).Exists(
            g => g.Load.Event == load && g.Demands(clear.Event.Stored) &&
                clear.Member.AtomicUpdates.Any(a => g.Covers(a.Event) && IsClaimedAnew(clear.Member.Graph[a.Event.Node], clear)));

    /// <summary>The producer counts what it adds in the very word that the worker exchanges: the exchange fails where something was added in between.</summary>
    private static bool IsCounted(MemberEvent clear, MemberEvent add, Guard decision) =>
        clear.Event is { Kind: EventKind.ReadModifyWrite, Comparand: not null } && add.Member.Accesses.Any(
            a => a.Event is { Kind: EventKind.ReadModifyWrite, Delta: not 0, IsConcurrentCollection: false } && a.Location.Overlaps(clear.Location) &&
                add.Member.Search.Reaches(a.Event.Node, decision.Load.Event.Node));

    private static bool IsLook(MemberEvent access, MemberEvent add) =>
        access.Event.Reads && (access.Event.Kind == EventKind.Load || (!add.Event.IsConcurrentCollection && IsTake(access.Event))) &&
            access.Location.Overlaps(add.Location);

    /// <summary>The producer counts what it adds before it looks at the flag: to look at the count is to look at the work.</summary>
    private static bool IsLookAtCount(MemberEvent access, MemberEvent add, Guard decision) =>
        access.Event is { Reads: true, Kind: EventKind.Load, IsConcurrentCollection: false } && !access.Location.Overlaps(decision.Load.Location) &&
        add.Member.Accesses.Any(a => a.Event.Writes && a.Location.Overlaps(access.Location) &&
            add.Member.Search.Reaches(a.Event.Node, decision.Load.Event.Node) && a.Event.Node < decision.Load.Event.Node);

    /// <summary>A loop sets the flag, looks again, and sets it again before it ends: as far as can be told, the last look comes behind the first set.</summary>
    private static bool IsPolledOnceMore(Member worker, MemberEvent look, MemberEvent clear)
    {
        bool Ends(GraphNode node) =>
            node.Event is { Kind: EventKind.Wait } || (node.Event is { Writes: true } e && e != clear.Event && e.Location?.Overlaps(clear.Location) == true);
        return worker.Search.ReachesUnblocked(clear.Event.Node, look.Event.Node, Ends) &&
            worker.Search.ReachesUnblocked(look.Event.Node, clear.Event.Node, Ends);
    }

    /// <summary>The new value is one with which the producer acts: certainly, or as far as can be told for a count that is taken down.</summary>
    private static bool TellsToStart(MemoryEvent clear, Guard decision)
    {
        if (clear.Kind == EventKind.ReadModifyWrite && clear.Delta > 0)
            return false;
        if (clear.Stored is Value.Constant)
            return StartsAt(clear.Stored, decision);
        return clear.Kind == EventKind.ReadModifyWrite && clear.Delta <= 0 && !clear.IsConcurrentCollection && clear.Comparand is not null &&
            clear.Stored?.Sources().Any(s => s.Location?.Overlaps(clear.Location!) == true) == true &&
            clear.Path!.Symbol is not IFieldSymbol { Type.IsReferenceType: true };
    }

    private static bool StartsAt(Value content, Guard decision) => decision.Demands(content);

    /// <summary>A branch on what the clear itself returned: a count that other threads raised in the meantime is noticed there.</summary>
    private static bool IsSecondThought(GraphNode node, MemoryEvent clear) =>
        node.IsBranch && clear.Kind == EventKind.ReadModifyWrite && (clear.Comparand is null or Value.Constant) && node.Condition!.Sources().Contains(clear);
}
