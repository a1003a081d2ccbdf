using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using AioBarrierAnalyzers.CodeFixes.Naming;
using AioBarrierAnalyzers.CodeFixes.Symbols;
using AioBarrierAnalyzers.CodeFixes.Syntax;
using AioBarrierAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.CodeFixes.Fixes;

/// <summary>Clears a flag in the same step that finds it set, and so before the work that it announces is looked for.</summary>
internal sealed class ClearFix : BarrierFix
{
    public override EditKind Kind => EditKind.Clear;

    public override string EquivalenceKey => "ClearAtomically";

    public override Task<FixResult?> TryFixAsync(FixSite site, CancellationToken cancellationToken) =>
        StoreShape.Parse(site.Primary, site.Model, cancellationToken) is not { Node.Parent: ExpressionStatementSyntax } store
            ? Task.FromResult<FixResult?>(null)
            : site.Anchor is null ? ExchangeAsync(site, store, cancellationToken) : MergeAsync(site, store, site.Anchor, cancellationToken);

    private static async Task<FixResult?> MergeAsync(FixSite site, StoreShape store, ExpressionSyntax read, CancellationToken cancellationToken)
    {
        if (FlagTest.Parse(read, site.Model, cancellationToken) is not { } flag
            || TestAndStore.Parse(flag, store) is not { } shape
            || !MayClearEarlier(site, flag, shape, cancellationToken)
            || await AtomicTest.CreateAsync(site, flag, store, shape.ProceedsWhenTrue, cancellationToken).ConfigureAwait(false) is not { } atomic)
        {
            return null;
        }

        var solution = atomic.Names.Apply(Root(site, shape, atomic));
        return await FlagResult.CreateAsync("Test and clear", site, store, atomic, solution, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What stands between the test and the clear does not leave and does not look at the flag.</summary>
    private static bool MayClearEarlier(FixSite site, FlagTest flag, TestAndStore shape, CancellationToken cancellationToken)
    {
        var name = site.Model.GetSymbolInfo(flag.Location, cancellationToken).Symbol?.OriginalDefinition;
        return !shape.Between.Any(Interference.HasExit)
            && StatementTrivia.OwnsLines(shape.Store) && !StatementTrivia.HasDirectives(shape.Store)
            && (StatementTrivia.StartsLine(shape.Test) || !shape.Store.DescendantTrivia().Any(StatementTrivia.IsComment))
            && (name is null || !shape.Between.Any(statement => Interference.Named(statement, site.Model, cancellationToken).Contains(name)));
    }

    private static SyntaxNode Root(FixSite site, TestAndStore shape, AtomicTest atomic)
    {
        var changes = new Dictionary<SyntaxNode, SyntaxNode> { [shape.Chain.Condition] = shape.Chain.WithLast(atomic.Condition) };
        if (shape.IsGuard && shape.StoreList.IndexOf(shape.Test) >= 0)
        {
            var test = WithComments(site, shape, shape.Test.ReplaceNode(shape.Chain.Condition, changes[shape.Chain.Condition]));
            return shape.StoreList.ReplaceIn(
                site.Root,
                TestAndStore.Without(shape.StoreList.Statements, shape.Store).Select(statement => statement == shape.Test ? test : statement));
        }

        // In a branch, or in a try block behind the guard.
        changes[shape.StoreList.Owner] = shape.StoreList.With(TestAndStore.Without(shape.StoreList.Statements, shape.Store));
        return shape.IsGuard
            ? site.Root.ReplaceNodes(changes.Keys.Append(shape.Test), (node, current) =>
                node == shape.Test ? WithComments(site, shape, (StatementSyntax)current) : changes[node])
            : site.Root.ReplaceNode(shape.Test, WithComments(site, shape, shape.Test.ReplaceNodes(changes.Keys, (node, _) => changes[node])));
    }

    private static StatementSyntax WithComments(FixSite site, TestAndStore shape, StatementSyntax test)
    {
        var comments = StatementTrivia.CommentLines(shape.Store, StatementTrivia.Indentation(shape.Test), StatementTrivia.EndOfLine(site.Root)).ToList();
        return comments.Count == 0 ? test : StatementTrivia.WithCommentLines(test, comments);
    }

    /// <summary>A clear without a test in the same member becomes a full fence where it stands.</summary>
    private static async Task<FixResult?> ExchangeAsync(FixSite site, StoreShape store, CancellationToken cancellationToken)
    {
        if (store.Form is not (StoreForm.Assignment or StoreForm.VolatileWrite)
            || !Expressions.MayFollowReference(store.Value)
            || RefTarget.AccessTo(store.Location, site.Model, cancellationToken) != RefAccess.ReadWrite
            || !await ThreadingApi.AcceptsAsync(site, "Interlocked", "Exchange", store.Location, 1, cancellationToken).ConfigureAwait(false))
        {
            return null;
        }

        var names = new ThreadingNames(site);
        return new FixResult(
            "Clear with Interlocked.Exchange",
            names.Apply(site.Root.ReplaceNode(store.Node, StoreCall.Of(names, "Interlocked", "Exchange", store, store.Value))));
    }
}
