using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.Protocol.CheckThenAct;

/// <summary>
/// Finds counts with a bound that is looked at by a mere read, and then counted in an atomic step whose result nobody looks at: as many threads as there are
/// find room, or something left, before any of them is counted. A bound that is only about how much is kept, as with a cache, is a soft one.
/// </summary>
internal static class LooseBounds
{
    public static IEnumerable<(Guard Test, MemberEvent Update)> Find(ProtocolContext context)
    {
        foreach (Member member in context.World.Own.Where(m => !m.IsConstruction && !m.AtomicUpdates.IsEmpty))
        {
            foreach (MemberEvent update in member.AtomicUpdates)
            {
                if (Counts.IsForgotten(update.Event) && TestOf(update, context) is { } test && !IsAlone(update, context) && IsRelied(test, update, context))
                    yield return (test, update);
            }
        }
    }

    /// <summary>The look that lets the member go on to count; null where something else decides, or decides again.</summary>
    private static Guard? TestOf(MemberEvent update, ProtocolContext context)
    {
        List<Guard> guards = context.Guards.Of(update.Member);
        Guard? test = guards.FindLast(g => IsBound(g, update) && g.Covers(update.Event) && g.IsNear(update.Event));
        return test is not null && !Exclusion.IsHeldApart(test.Load, update) && !guards.Exists(g => g != test && Decides(g, test, update)) ? test : null;
    }

    private static bool IsBound(Guard guard, MemberEvent update)
    {
        if (guard.Load.Event is not { Kind: EventKind.Load, IsConcurrentCollection: false } load || !guard.Load.Location.MayAlias(update.Location) ||
            !load.Path!.IsOfSameObject(update.Event.Path!))
        {
            return false;
        }

        (Value condition, bool outcome) = Conditions.Reduced(guard.Branch.Condition!, guard.Outcome);
        if (condition is not Value.Comparison comparison)
            return false;
        bool isLeft = comparison.Left is Value.Loaded { IsExact: true } left && left.Event == load;
        if (!isLeft && !(comparison.Right is Value.Loaded { IsExact: true } right && right.Event == load))
            return false;
        int direction = Counts.DirectionOf(update.Event);
        return comparison.Relation switch
        {
            Relation.Less or Relation.LessOrEqual => direction == (isLeft == outcome ? 1 : -1),
            Relation.Greater or Relation.GreaterOrEqual => direction == (isLeft == outcome ? -1 : 1),
            _ => direction != 0,
        };
    }

    /// <summary>
    /// Another look at the count decides behind the first one, or behind the change, which may then be taken back; or something is claimed in between. What
    /// was taken out of a collection was there, so that a count of what is in it cannot come out wrong; it says nothing about room for it.
    /// </summary>
    private static bool Decides(Guard other, Guard test, MemberEvent update)
    {
        MemoryEvent look = other.Load.Event;
        GraphSearch search = update.Member.Search;
        if (look != test.Load.Event && other.Load.Location.MayAlias(update.Location) && search.Reaches(test.Load.Event.Node, look.Node))
            return true;
        return other.Covers(update.Event) && (look.IsConcurrentCollection || look.TakesOut
            ? Counts.DirectionOf(update.Event) < 0
            : look.Kind == EventKind.ReadModifyWrite || !look.Locks.IsEmpty);
    }

    /// <summary>
    /// One member counts this way, in a loop that one thread is likely to run, and all others count the other way: nothing is used up behind its back.
    /// </summary>
    private static bool IsAlone(MemberEvent update, ProtocolContext context) => !update.Member.IsRepeated &&
        update.Member.Search.Reaches(update.Event.Node, update.Event.Node) &&
        context.World.AccessesOf(update.Location).All(a => !a.Event.Writes || a.Member == update.Member || IsOpposite(a, update));

    private static bool IsOpposite(MemberEvent change, MemberEvent update) =>
        Counts.IsChange(change.Event) && Counts.DirectionOf(change.Event) == -Counts.DirectionOf(update.Event);

    /// <summary>
    /// The caller is told that it may go on, or work is begun for which there was room. How often somebody is told something may be bounded softly, so that
    /// code of others counts only where it gives its place back.
    /// </summary>
    private static bool IsRelied(Guard test, MemberEvent update, ProtocolContext context)
    {
        if (update.Member.Graph.Events.Any(e => e.Effect.Role == MemberRole.CollectionAdd && test.IsOnlyWayTo(e)))
            return false;
        return IsAnswered(update.Event) || Follows(EventKind.Start, test, update) ||
            (Follows(EventKind.Invoke, test, update) && context.World.AccessesOf(update.Location).Any(a => IsOpposite(a, update)));
    }

    private static bool Follows(EventKind kind, Guard test, MemberEvent update) => update.Member.Graph.Events.Any(
        e => e.Kind == kind && test.IsOnlyWayTo(e) && update.Member.Search.Reaches(update.Event.Node, e.Node) &&
            update.Member.Search.BranchesBetween(update.Event.Node, e.Node) <= Guard.NearBranches);

    /// <summary>
    /// The statements behind the change end with an answer, and elsewhere the member refuses. Where it throws instead, the bound is there against misuse.
    /// </summary>
    private static bool IsAnswered(MemoryEvent update)
    {
        if (update.Operation.Syntax.Parent is not StatementSyntax { Parent: BlockSyntax block } statement)
            return false;
        ReturnStatementSyntax? answer = block.Statements.OfType<ReturnStatementSyntax>().FirstOrDefault(r => r.SpanStart > statement.SpanStart);
        SyntaxNode? body = block.FirstAncestorOrSelf<SyntaxNode>(
            n => n is MemberDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax);
        return answer is { Expression: { } given } && !IsRefusal(given) && body is not null && body.DescendantNodes().Any(
            n => n is ReturnStatementSyntax { Expression: { } refused } && IsRefusal(refused));
    }

    private static bool IsRefusal(ExpressionSyntax answer) => answer.IsKind(SyntaxKind.FalseLiteralExpression) ||
        answer.IsKind(SyntaxKind.NullLiteralExpression) || answer.IsKind(SyntaxKind.DefaultLiteralExpression);
}
