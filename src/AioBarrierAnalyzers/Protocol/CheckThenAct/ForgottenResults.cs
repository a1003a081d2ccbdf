using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Protocol.CheckThenAct;

/// <summary>
/// Finds counts that are changed atomically, without a look at the result, and then read to decide who has counted the last or the first one. The result is
/// one thread's alone, what is read may be several threads' or nobody's. What comes of it must be done once: work that is started, somebody who is called, or
/// the answer to the caller.
/// </summary>
internal static class ForgottenResults
{
    public static IEnumerable<(MemberEvent Update, MemberEvent Again)> Find(ProtocolContext context)
    {
        foreach (Member member in context.World.Own.Where(m => !m.IsConstruction && !m.AtomicUpdates.IsEmpty))
        {
            foreach (MemberEvent update in member.AtomicUpdates)
            {
                if (Counts.IsForgotten(update.Event) && Again(update) is { } again && !IsAlone(update, context) && Decides(update, again, context))
                    yield return (update, again);
            }
        }
    }

    /// <summary>The next access of the same place, where it is a read that nothing keeps together with the update.</summary>
    private static MemberEvent? Again(MemberEvent update)
    {
        GraphSearch search = update.Member.Search;
        MemberEvent? next = update.Member.Accesses.FirstOrDefault(a => a.Event.Node > update.Event.Node && a.Location.MayAlias(update.Location) &&
            search.Reaches(update.Event.Node, a.Event.Node));
        return next is { Event: { Kind: EventKind.Load, Locks.IsEmpty: true } } && next.Event.Path!.IsOfSameObject(update.Event.Path!) &&
            search.BranchesBetween(update.Event.Node, next.Event.Node) <= Guard.NearBranches && !IsPaused(update.Event, next.Event, update.Member) &&
            !Exclusion.IsBehindAtomicLock(update, next)
            ? next
            : null;
    }

    /// <summary>Something is waited for in between: what is read then is what has become of it meanwhile.</summary>
    private static bool IsPaused(MemoryEvent update, MemoryEvent again, Member member) => member.Graph.Events.Any(
        e => e.Node > update.Node && e.Node < again.Node && (e.Kind is EventKind.Wait or EventKind.LockEnter || e.Operation is IAwaitOperation) &&
            member.Search.Reaches(update.Node, e.Node) && member.Search.Reaches(e.Node, again.Node));

    /// <summary>One thread goes round in a loop, and nobody else changes the count: what it reads is its own.</summary>
    private static bool IsAlone(MemberEvent update, ProtocolContext context) => update.Member is { Kind: MemberKind.Started, IsRepeated: false } &&
        update.Member.Search.Reaches(update.Event.Node, update.Event.Node) &&
        context.World.AccessesOf(update.Location).All(a => !a.Event.Writes || a.Member == update.Member);

    private static bool Decides(MemberEvent update, MemberEvent again, ProtocolContext context) =>
        IsAnswer(again.Event) || IsName(again.Event, update) || context.Guards.Of(again).Any(
            g => IsTurn(g.Branch.Condition!, g.Outcome, again.Event, update.Event) && ActsOnce(g, update, context));

    /// <summary>Counts up by one to number an entry, under which it is found from then on: two that count before either reads have one number.</summary>
    private static bool IsName(MemoryEvent again, MemberEvent update) => update.Event.Delta == 1 && update.Member.Graph.Events.Any(
        e => e.Effect.Role == MemberRole.CollectionAdd && e.Key is Value.Loaded { IsExact: true } key && key.Event == again);

    /// <summary>The count is the one number that was waited for, or has come down to nothing.</summary>
    private static bool IsTurn(Value condition, bool outcome, MemoryEvent again, MemoryEvent update)
    {
        (condition, outcome) = Conditions.Reduced(condition, outcome);
        if (condition is not Value.Comparison { Left: Value.Loaded { IsExact: true } left } comparison || left.Event != again)
            return false;
        return comparison.Relation switch
        {
            Relation.Equal => outcome,
            Relation.NotEqual => !outcome,
            Relation.LessOrEqual => outcome && Counts.MayFall(update) && Conditions.AsNumber(comparison.Right) == 0,
            Relation.Greater => !outcome && Counts.MayFall(update) && Conditions.AsNumber(comparison.Right) == 0,
            Relation.Less => outcome && Counts.MayFall(update) && Conditions.AsNumber(comparison.Right) == 1,
            Relation.GreaterOrEqual => !outcome && Counts.MayFall(update) && Conditions.AsNumber(comparison.Right) == 1,
            _ => false,
        };
    }

    /// <summary>Whether it has come to that is what the member tells its caller.</summary>
    private static bool IsAnswer(MemoryEvent again)
    {
        SyntaxNode? at = again.Operation.Syntax.Parent;
        while (at is ParenthesizedExpressionSyntax)
            at = at.Parent;
        return at is BinaryExpressionSyntax { Parent: ReturnStatementSyntax or ArrowExpressionClauseSyntax } test && test.IsKind(SyntaxKind.EqualsExpression);
    }

    /// <summary>Something is done that must be done once, and nothing behind the read decides anew who does it.</summary>
    private static bool ActsOnce(Guard turn, MemberEvent update, ProtocolContext context) => update.Member.Graph.Events.Any(
        e => IsOnce(e) && turn.Covers(e) && turn.IsNear(e) && !IsClaimed(e, turn, context));

    private static bool IsOnce(MemoryEvent @event) =>
        @event.Kind is EventKind.Start or EventKind.Invoke || @event.GivenBack is not null || @event.Effect.Is(MemberTraits.Once);

    /// <summary>Who does it is decided by an atomic operation, or by a look under a lock.</summary>
    private static bool IsClaimed(MemoryEvent act, Guard turn, ProtocolContext context) => context.Guards.Of(turn.Member).Any(
        g => g.Load.Event.Node > turn.Load.Event.Node && g.Covers(act) &&
            (g.Load.Event.Kind == EventKind.ReadModifyWrite || g.Load.Event.IsConcurrentCollection || !g.Load.Event.Locks.IsEmpty));
}
