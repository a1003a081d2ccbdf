using System.Threading;
using System.Threading.Tasks;
using AioBarrierAnalyzers.CodeFixes.Naming;
using AioBarrierAnalyzers.CodeFixes.Symbols;
using AioBarrierAnalyzers.CodeFixes.Syntax;
using AioBarrierAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.CodeFixes.Fixes;

/// <summary>Makes a read and the store in the statement behind it one Interlocked.Exchange.</summary>
internal sealed class AtomicTakeFix : BarrierFix
{
    private static readonly SyntaxAnnotation Gone = new("gone");

    /// <param name="kind"><see cref="EditKind.AtomicTake"/>, or <see cref="EditKind.Claim"/>, whose finding is at the read and not at the store.</param>
    public AtomicTakeFix(EditKind kind) => Kind = kind;

    public override EditKind Kind { get; }

    public override string EquivalenceKey => "TakeWithExchange";

    public override async Task<FixResult?> TryFixAsync(FixSite site, CancellationToken cancellationToken)
    {
        var (at, other) = Kind == EditKind.Claim ? (site.Anchor, site.Primary) : (site.Primary, site.Anchor);
        if (at is null
            || other is not { } read
            || StoreShape.Parse(at, site.Model, cancellationToken) is not { Form: StoreForm.Assignment or StoreForm.VolatileWrite } store
            || store.Node.Parent is not ExpressionStatementSyntax last
            || read.FirstAncestorOrSelf<StatementSyntax>() is not { } first
            || !AreNeighbours(first, last)
            || !ThreadingCall.IsReadOf(read, store.Location)
            || !IsAlwaysDone(read, first)
            || !Expressions.IsPure(store.Value)
            || !Expressions.IsPure(store.Location)
            || RefTarget.AccessTo(store.Location, site.Model, cancellationToken) != RefAccess.ReadWrite
            || !await ThreadingApi.AcceptsAsync(site, "Interlocked", "Exchange", store.Location, 1, cancellationToken).ConfigureAwait(false))
        {
            return null;
        }

        var names = new ThreadingNames(site);
        var call = names.Call("Interlocked", "Exchange", Arguments.Ref(store.Location.WithoutTrivia()), Arguments.Value(store.Value.WithoutTrivia()));
        var changed = first.ReplaceNode(read, call.WithTriviaFrom(read));
        var root = site.Root.ReplaceNodes(new StatementSyntax[] { first, last }, (node, _) => node == first ? changed : last.WithAdditionalAnnotations(Gone));
        var gone = (StatementSyntax)System.Linq.Enumerable.Single(root.GetAnnotatedNodes(Gone));
        return root.RemoveNode(gone, SyntaxRemoveOptions.KeepNoTrivia) is { } without
            ? new FixResult("Take it with Interlocked.Exchange", names.Apply(without))
            : null;
    }

    /// <summary>One statement behind the other in a block, with nothing said about the second.</summary>
    private static bool AreNeighbours(StatementSyntax first, StatementSyntax last) =>
        first is LocalDeclarationStatementSyntax or ExpressionStatementSyntax
        && first.Parent is BlockSyntax block && block == last.Parent
        && block.Statements.IndexOf(last) == block.Statements.IndexOf(first) + 1
        && !System.Linq.Enumerable.Any(last.GetLeadingTrivia(), StatementTrivia.IsComment)
        && !System.Linq.Enumerable.Any(last.GetTrailingTrivia(), StatementTrivia.IsComment);

    /// <summary>The read is the value of the statement, or added to something.</summary>
    private static bool IsAlwaysDone(ExpressionSyntax read, StatementSyntax statement) => (Expressions.WithParentheses(read).Parent, statement) switch
    {
        (EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax }, LocalDeclarationStatementSyntax { Declaration.Variables.Count: 1 }) => true,
        (AssignmentExpressionSyntax assignment, ExpressionStatementSyntax expression) => expression.Expression == assignment && assignment.Right.Contains(read),
        _ => false,
    };
}
