using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Protocol.Updates;

/// <summary>The changes that compare-exchanges make to a state: from one constant to another.</summary>
internal sealed class StateChanges
{
    private readonly IReadOnlyList<MemberEvent> _updates;

    public StateChanges(IReadOnlyList<MemberEvent> updates) => _updates = updates;

    /// <summary>The change of another thread can be done while the store is under way, its author relies on it, and the store undoes it.</summary>
    public bool IsWipedOut(MemberEvent store, MemberEvent change, ProtocolContext context)
    {
        if (change.Member == store.Member || store.Event.Stored is not Value.Constant { Content: not null } stored ||
            change.Event is not { Comparand: Value.Constant { Content: not null } from, Stored: Value.Constant { Content: not null } to } ||
            Value.Same(stored, from) || Value.Same(stored, to) || IsOnTheWayBack(store, from))
        {
            return false;
        }

        List<MemberEvent> claims = ClaimsBefore(store, context);
        if (claims.Count > 0)
            return claims.Exists(c => Value.Same(c.Event.Stored, from));
        if (IsFinal(to) && IsFinal(stored) && Conditions.AsNumber(stored) != 0 && IsCalledByOthers(store.Member))
            return !IsWorkedIn(to, change, context);
        return (IsFinal(to) || !IsFinal(stored)) && LooksFor(store, from) && !IsOver(store, from, context);
    }

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
