using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using AioBarrierAnalyzers.CodeFixes.Syntax;
using AioBarrierAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace AioBarrierAnalyzers.CodeFixes.Fixes;

/// <summary>
/// Gives a lock back on every path: the statements that run with it go into a lock statement, or into a try statement whose <c>finally</c> releases it, and the
/// releases before a return or throw among them go.
/// </summary>
internal sealed class ReleaseInFinallyFix : BarrierFix
{
    public override EditKind Kind => EditKind.ReleaseInFinally;

    public override string EquivalenceKey => "ReleaseInFinally";

    public override Task<FixResult?> TryFixAsync(FixSite site, CancellationToken cancellationToken) => Task.FromResult(TryFix(site, cancellationToken));

    private static FixResult? TryFix(FixSite site, CancellationToken cancellationToken)
    {
        if (site.Anchor is null || HeldRegion.Find(site.Primary, site.Anchor, site.Model, cancellationToken) is not { } region)
            return null;

        // The lock must be the same one at the end, whichever way that is reached.
        var changed = new HashSet<ISymbol>(region.Body.SelectMany(statement => Interference.Changed(statement, site.Model, cancellationToken)),
            SymbolEqualityComparer.Default);
        if (changed.Overlaps(Interference.Named(site.Anchor, site.Model, cancellationToken)) || WithoutReleases(region, site.Anchor) is not { Count: > 0 } body)
            return null;

        var statements = region.List.Statements.ToList();
        statements.RemoveRange(region.Start, region.End - region.Start);
        if (region.Existing is { } existing)
        {
            var all = body.Concat(existing.Block.Statements.Take(1).Select(StatementTrivia.WithoutBlankLines)).Concat(existing.Block.Statements.Skip(1));
            statements.Insert(region.Start, Finish(existing.WithBlock(existing.Block.WithStatements(SyntaxFactory.List(all))), existing));
            return Result(site, region, statements, "Take what runs with the lock into the try statement");
        }

        if (LockObject(site, region) is { } target && region.Start > 0)
        {
            var take = region.List.Statements[region.Start - 1];
            statements[region.Start - 1] = Finish(SyntaxFactory.LockStatement(target, SyntaxFactory.Block(body)), take)
                .WithTrailingTrivia(region.List.Statements[region.End - 1].GetTrailingTrivia());
            return Result(site, region, statements, "Use a lock statement");
        }

        var protectedBody = SyntaxFactory.TryStatement(
            SyntaxFactory.Block(body),
            SyntaxFactory.List<CatchClauseSyntax>(),
            SyntaxFactory.FinallyClause(SyntaxFactory.Block(StatementTrivia.WithoutBlankLines(region.Release))));
        statements.Insert(region.Start, Finish(protectedBody, region.List.Statements[region.Start]).WithTrailingTrivia(StatementTrivia.EndOfLine(site.Root)));
        return Result(site, region, statements, "Release the lock in a finally");
    }

    private static FixResult Result(FixSite site, HeldRegion region, IEnumerable<StatementSyntax> statements, string title) =>
        new(title, NewTrees.Put(site.Document.Project.Solution, site.Document.Id, region.List.ReplaceIn(site.Root, statements)));

    private static T Finish<T>(T statement, StatementSyntax inPlaceOf)
        where T : StatementSyntax =>
        statement.WithLeadingTrivia(StatementTrivia.BlankLines(inPlaceOf).AddRange(StatementTrivia.Indentation(inPlaceOf)))
            .WithAdditionalAnnotations(Formatter.Annotation);

    /// <summary>The statements to protect, without the releases in front of their returns; null where one of them is released and goes on.</summary>
    private static IReadOnlyList<StatementSyntax>? WithoutReleases(HeldRegion region, ExpressionSyntax giveBack)
    {
        var body = region.Body;
        var releases = body.SelectMany(statement => statement.DescendantNodesAndSelf(node => node is not AnonymousFunctionExpressionSyntax))
            .OfType<ExpressionStatementSyntax>().Where(statement => IsSameRelease(statement.Expression, giveBack)).ToList();
        if (!releases.All(release => LeavesAtOnce(release, region)))
            return null;

        var first = true;
        var kept = new List<StatementSyntax>();
        foreach (var statement in body)
        {
            var inside = releases.Where(release => statement.Span.Contains(release.Span)).ToList();
            if (inside.Contains(statement))
                return null;
            var trimmed = inside.Count == 0 ? statement : statement.RemoveNodes(inside, SyntaxRemoveOptions.KeepNoTrivia)!;
            kept.Add(first ? StatementTrivia.WithoutBlankLines(trimmed) : trimmed);
            first = false;
        }

        return kept;
    }

    private static bool IsSameRelease(ExpressionSyntax expression, ExpressionSyntax giveBack) =>
        SyntaxFactory.AreEquivalent(expression, giveBack)
        || (expression is InvocationExpressionSyntax { ArgumentList.Arguments: var left } call
            && giveBack is InvocationExpressionSyntax { ArgumentList.Arguments: var right } other
            && SyntaxFactory.AreEquivalent(call.Expression, other.Expression)
            && left.Concat(right).All(argument => argument.Expression is LiteralExpressionSyntax));

    /// <summary>What follows the release is a return or throw that needs nobody's help.</summary>
    private static bool LeavesAtOnce(ExpressionStatementSyntax release, HeldRegion region)
    {
        if (StatementList.Around(release) is not { } list || StatementTrivia.CommentLines(release, default, default).Any())
            return false;

        var next = list.Statements.ElementAtOrDefault(list.IndexOf(release) + 1);
        return next switch
        {
            ReturnStatementSyntax { Expression: var value } => value is null || Expressions.IsPure(value),
            ThrowStatementSyntax { Expression: ObjectCreationExpressionSyntax { ArgumentList: var arguments } } =>
                arguments is null || Expressions.IsPure(arguments),
            BreakStatementSyntax or ContinueStatementSyntax => !next.Ancestors().TakeWhile(node => node != region.List.Owner).Any(node =>
                node is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax or SwitchStatementSyntax),
            _ => false,
        };
    }

    /// <summary>What Monitor.Enter is called with, where a lock statement says the same.</summary>
    private static ExpressionSyntax? LockObject(FixSite site, HeldRegion region)
    {
        if (site.Primary is not InvocationExpressionSyntax { Parent: ExpressionStatementSyntax, ArgumentList.Arguments: { Count: 1 } arguments } take
            || site.Model.GetSymbolInfo(take).Symbol is not IMethodSymbol { Name: "Enter", ContainingType: { Name: "Monitor" } type }
            || !ThreadingCall.IsThreadingNamespace(type.ContainingNamespace)
            || region.Release is not ExpressionStatementSyntax
            || site.Anchor is not InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } released }
            || !Expressions.SameLocation(arguments[0].Expression, released[0].Expression)
            || region.Body.Any(statement => statement.DescendantNodesAndSelf().Any(node => node is AwaitExpressionSyntax or YieldStatementSyntax)))
        {
            return null;
        }

        return arguments[0].Expression.WithoutTrivia();
    }
}
