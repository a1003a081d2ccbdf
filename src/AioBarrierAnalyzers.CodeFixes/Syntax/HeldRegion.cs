using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.CodeFixes.Syntax;

/// <summary>
/// The statements that a lock is held for: from behind the one that takes it to the one that gives it back, or, where that stands in the <c>finally</c> of a
/// try statement further down, to that.
/// </summary>
internal sealed class HeldRegion
{
    private HeldRegion(StatementList list, int start, int end, StatementSyntax release, TryStatementSyntax? existing)
    {
        List = list;
        Start = start;
        End = end;
        Release = release;
        Existing = existing;
    }

    public StatementList List { get; }

    /// <summary>The index of the first statement that runs with the lock.</summary>
    public int Start { get; }

    /// <summary>The index of the first statement that does not belong to the region any more.</summary>
    public int End { get; private set; }

    /// <summary>The statement that gives the lock back.</summary>
    public StatementSyntax Release { get; }

    /// <summary>The try statement whose <c>finally</c> gives the lock back, where there is one.</summary>
    public TryStatementSyntax? Existing { get; }

    /// <summary>The statements to protect, in their order; without the release, and without the try statement that there is.</summary>
    public IReadOnlyList<StatementSyntax> Body =>
        List.Statements.Skip(Start).Take(End - Start).Where(statement => statement != Release && statement != Existing).ToList();

    /// <summary>The region between a call that takes a lock and one that gives it back, or null where the statements do not say it.</summary>
    public static HeldRegion? Find(ExpressionSyntax take, ExpressionSyntax giveBack, SemanticModel model, CancellationToken cancellationToken)
    {
        if (Behind(take, giveBack) is not var (list, start) || list.Containing(giveBack) is not { } last || list.IndexOf(last) <= start)
            return null;

        var end = list.IndexOf(last);
        HeldRegion? region = last switch
        {
            TryStatementSyntax { Catches.Count: 0, Finally: { } clause } existing when clause.Span.Contains(giveBack.Span) =>
                new HeldRegion(list, start, end + 1, existing, existing),
            _ when IsRelease(last, giveBack) => new HeldRegion(list, start, end + 1, last, null),
            _ => null,
        };
        return region is not null && region.IsSimple() && region.HoldsItsLocals(model, cancellationToken) ? region : null;
    }

    /// <summary>Where the statements begin that run with the lock.</summary>
    private static (StatementList List, int Start)? Behind(ExpressionSyntax take, ExpressionSyntax giveBack)
    {
        switch (Enclosing.Statement(take))
        {
            case ExpressionStatementSyntax statement when StatementList.Around(statement) is { } list:
                return (list, list.IndexOf(statement) + 1);
            case IfStatementSyntax { Else: null } test when test.Condition.Span.Contains(take.Span) && IsWholeCondition(take, test.Condition):
                if (test.Statement is BlockSyntax { Statements.Count: > 0 } block && block.Span.Contains(giveBack.Span))
                    return (StatementList.Around(block.Statements[0])!, 0);
                return ControlFlow.AlwaysLeaves(test.Statement) && StatementList.Around(test) is { } around ? (around, around.IndexOf(test) + 1) : null;
            default:
                return null;
        }
    }

    /// <summary>Nothing but the result of the take decides.</summary>
    private static bool IsWholeCondition(SyntaxNode take, ExpressionSyntax condition) =>
        !take.AncestorsAndSelf().TakeWhile(node => node != condition.Parent).OfType<BinaryExpressionSyntax>()
            .Any(binary => binary.OperatorToken.ValueText is not ("==" or "!="));

    /// <summary>The statement does nothing else; it may ask first whether the lock is held.</summary>
    private static bool IsRelease(StatementSyntax statement, ExpressionSyntax giveBack) => statement switch
    {
        ExpressionStatementSyntax expression => expression.Expression.Span.Contains(giveBack.Span),
        BlockSyntax { Statements.Count: 1 } block => IsRelease(block.Statements[0], giveBack),
        IfStatementSyntax { Else: null } test => Expressions.IsPure(test.Condition) && IsRelease(test.Statement, giveBack),
        _ => false,
    };

    private bool IsSimple() => !List.Statements.Skip(Start).Take(End - Start).Any(statement =>
        StatementTrivia.HasDirectives(statement) ||
        statement.DescendantNodesAndSelf().Any(node => node is LabeledStatementSyntax or LocalFunctionStatementSyntax));

    /// <summary>What is declared in the region is used in it alone; a simple return behind it is taken in, if that helps.</summary>
    private bool HoldsItsLocals(SemanticModel model, CancellationToken cancellationToken)
    {
        var declared = Body.SelectMany(statement => statement.DescendantNodesAndSelf())
            .Where(node => node is VariableDeclaratorSyntax or SingleVariableDesignationSyntax)
            .Select(node => model.GetDeclaredSymbol(node, cancellationToken)).OfType<ISymbol>().ToList();
        bool IsNamed(SyntaxNode node) => Interference.Named(node, model, cancellationToken).Overlaps(declared);
        if (IsNamed(Existing is null ? Release : Existing.Finally!))
            return false;

        var behind = List.Statements.Skip(End).ToList();
        if (!behind.Any(IsNamed))
            return true;
        if (Existing is not null || behind.Count != 1 || behind[0] is not ReturnStatementSyntax { Expression: { } value } || !Expressions.IsPure(value))
            return false;

        End++;
        return true;
    }
}
