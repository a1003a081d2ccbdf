using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Protocol.Updates;

/// <summary>The changes that atomic operations make to a state: from one constant to another, or to one whatever there was.</summary>
internal sealed class StateChanges
{
    private readonly IReadOnlyList<MemberEvent> _updates;

    public StateChanges(IReadOnlyList<MemberEvent> updates) => _updates = updates;

    /// <summary>The change of another thread can be done while the store is under way, its author relies on it, and the store undoes it.</summary>
    public bool IsWipedOut(MemberEvent store, MemberEvent change, ProtocolContext context)
    {
        if (Stores.IsExchange(change.Event) && change.Event.Comparand is null)
            return IsTakenBack(store, change, context);
        if (change.Member == store.Member || store.Event.Stored is not Value.Constant { Content: not null } stored ||
            change.Event is not { Comparand: Value.Constant { Content: not null } from, Stored: Value.Constant { Content: not null } to } ||
            Value.Same(stored, from) || Value.Same(stored, to) || IsOnTheWayBack(store, from))
        {
            return false;
        }

        List<MemberEvent> claims = ClaimsBefore(store, context);
        if (claims.Count > 0)
            return claims.Exists(c => Value.Same(c.Event.Stored, from));
        if (ClaimedRuns.Exclude(store, change, context))
            return false;
        if (IsFinal(to) && IsFinal(stored) && Conditions.AsNumber(stored) != 0 && IsCalledByOthers(store.Member))
            return !IsWorkedIn(to, change, context);
        return (IsFinal(to) || !IsFinal(stored)) && LooksFor(store, from) && !IsOver(store, from, context);
    }

    /// <summary>
    /// The member has claimed the state by a compare-exchange and ends the claim by the store, whatever was put there meanwhile: the last state, by an exchange
    /// of which another member asks whether there is anything to undo. Of the claim it undoes nothing, and what the store then says it no longer looks at.
    /// </summary>
    private bool IsTakenBack(MemberEvent store, MemberEvent change, ProtocolContext context) =>
        change.Member != store.Member && change.Event.Stored is Value.Constant { Content: not null } to && Conditions.AsNumber(to) != 0 && IsFinal(to) &&
        store.Event.Stored is Value.Constant { Content: not null } stored && !Value.Same(stored, to) && Conditions.AsNumber(stored) != 0 &&
        !store.Member.Accesses.Any(
            a => a.Event.Reads && a.Location.MayAlias(store.Location) && store.Member.Search.Reaches(store.Event.Node, a.Event.Node)) &&
        !IsBehindWait(change) && ClaimsBefore(store, context) is { Count: > 0 } claims &&
        context.Guards.Of(change).Any(g => g.Demands(stored) && claims.TrueForAll(c => IsLeftOut(g, c.Event.Stored)));

    /// <summary>What was under way may be over by then.</summary>
    private static bool IsBehindWait(MemberEvent change) => change.Member.Graph.Events.Exists(
        e => (e.Kind == EventKind.Wait || e.Operation is IAwaitOperation) && change.Member.Search.Reaches(e.Node, change.Event.Node));

    /// <summary>The state of the claim certainly leads past what the other member does where it finds the one that is stored.</summary>
    private static bool IsLeftOut(Guard guard, Value? claimed) => claimed is Value.Constant && !guard.Admits(claimed) &&
        guard.Member.Graph.Events.Exists(
            e => e.Kind is EventKind.Opaque or EventKind.Invoke or EventKind.Start or EventKind.Wake && guard.Covers(e) && guard.IsNear(e));

    /// <summary>The member goes on to store the state that all claims start from: it has the claim, and is about to give it back.</summary>
    private static bool IsOnTheWayBack(MemberEvent store, Value free) => store.Member.Accesses.Any(
        a => a.Event.Kind == EventKind.Store && a.Location.MayAlias(store.Location) && Value.Same(a.Event.Stored, free) &&
            store.Member.Search.Reaches(store.Event.Node, a.Event.Node));

    /// <summary>Called from outside of the type: what is private and is no helper is a callback, and perhaps the one that the change has started.</summary>
    private static bool IsCalledByOthers(Member member) =>
        member.Kind == MemberKind.Ordinary &&
        (member.Method.DeclaredAccessibility != Accessibility.Private || !member.Method.ExplicitInterfaceImplementations.IsEmpty);

    /// <summary>Nobody changes this state into another by compare-exchange.</summary>
    private bool IsFinal(Value state) => !_updates.Any(u => Value.Same(u.Event.Comparand, state));

    /// <summary>Some loop goes on for as long as the state is this one: it is no result, and the store is how the loop is told to end.</summary>
    private static bool IsWorkedIn(Value state, MemberEvent change, ProtocolContext context) => context.World.AccessesOf(change.Location).Any(
        a => context.Guards.Of(a).Any(g => g.Demands(state) && a.Member.Search.Reaches(g.Branch.Successors[g.Outcome ? 0 : 1], a.Event.Node)));

    /// <summary>The exchanges by which the member itself made the state: it owns it only against those who claim the old one.</summary>
    private static List<MemberEvent> ClaimsBefore(MemberEvent store, ProtocolContext context) => store.Member.Accesses.Where(
        a => a.Event is { Kind: EventKind.ReadModifyWrite, Comparand: not null } claim && a.Location.MayAlias(store.Location) &&
            context.Guards.Of(a).Any(g => g.Covers(store.Event) && g.Admits(claim.Comparand))).ToList();

    /// <summary>The store is behind a look that has found another state than this one.</summary>
    private static bool IsOver(MemberEvent store, Value state, ProtocolContext context) => context.Guards.Of(store.Member).Any(
        g => g.Load.Location.MayAlias(store.Location) && g.Covers(store.Event) && !g.Admits(state));

    /// <summary>The member runs on a thread of its own for as long as the state is this one.</summary>
    private static bool LooksFor(MemberEvent store, Value state) => store.Member.Kind == MemberKind.Started && store.Member.Graph.Nodes.Any(
        n => n.Condition is Value.Comparison { Left: Value.Loaded { IsExact: true } loaded, Right: var right } && Value.Same(right, state) &&
            loaded.Event.Location?.MayAlias(store.Location) == true);
}
