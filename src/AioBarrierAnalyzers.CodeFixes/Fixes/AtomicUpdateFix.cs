using System.Threading;
using System.Threading.Tasks;
using AioBarrierAnalyzers.CodeFixes.Naming;
using AioBarrierAnalyzers.CodeFixes.Symbols;
using AioBarrierAnalyzers.CodeFixes.Syntax;
using AioBarrierAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.CodeFixes.Fixes;

/// <summary>Makes an increment, a sum or a mask one Interlocked operation. Its result stays what it was.</summary>
internal sealed class AtomicUpdateFix : BarrierFix
{
    public override EditKind Kind => EditKind.AtomicUpdate;

    public override string EquivalenceKey => "UpdateWithInterlocked";

    public override async Task<FixResult?> TryFixAsync(FixSite site, CancellationToken cancellationToken)
    {
        if (StoreShape.Parse(site.Primary, site.Model, cancellationToken) is not { } store
            || RefTarget.AccessTo(store.Location, site.Model, cancellationToken) != RefAccess.ReadWrite
            || IsChecked(site)
            || UpdateShape.Of(store, site.Model, cancellationToken) is not { } update)
        {
            return null;
        }

        var isDiscarded = store.IsDiscarded(site.Model, cancellationToken);
        var isPostfix = store.Node is PostfixUnaryExpressionSyntax;
        var values = update.Operand is null ? 0 : 1;
        if ((!isDiscarded && update.GivesOldValue)
            || !await ThreadingApi.AcceptsAsync(site, "Interlocked", update.Method, store.Location, values, cancellationToken).ConfigureAwait(false))
        {
            return null;
        }

        var names = new ThreadingNames(site);
        var reference = Arguments.Ref(store.Location.WithoutTrivia());
        ExpressionSyntax call = update.Operand is null
            ? names.Call("Interlocked", update.Method, reference)
            : names.Call("Interlocked", update.Method, reference, Arguments.Value(update.Operand));
        if (isPostfix && !isDiscarded)
            call = BeforeStep(call, update.Method == "Increment", store.Node.Parent);
        return new FixResult("Update with an Interlocked operation", names.Apply(site.Root.ReplaceNode(store.Node, call.WithTriviaFrom(store.Node))));
    }

    /// <summary>The value before the step: the operation gives the one behind it.</summary>
    private static ExpressionSyntax BeforeStep(ExpressionSyntax call, bool isUp, SyntaxNode? parent)
    {
        var kind = isUp ? SyntaxKind.SubtractExpression : SyntaxKind.AddExpression;
        var one = SyntaxFactory.LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(1));
        var token = SyntaxFactory.BinaryExpression(kind, call, one).OperatorToken
            .WithLeadingTrivia(SyntaxFactory.Space).WithTrailingTrivia(SyntaxFactory.Space);
        ExpressionSyntax before = SyntaxFactory.BinaryExpression(kind, call, token, one);
        return parent is ExpressionSyntax and not (AssignmentExpressionSyntax or ParenthesizedExpressionSyntax or AnonymousFunctionExpressionSyntax)
            ? SyntaxFactory.ParenthesizedExpression(before)
            : before;
    }

    /// <summary>Interlocked operations wrap around where the code would throw.</summary>
    private static bool IsChecked(FixSite site) =>
        site.Model.Compilation.Options is CSharpCompilationOptions { CheckOverflow: true }
        || site.Primary.FirstAncestorOrSelf<SyntaxNode>(
            node => node.IsKind(SyntaxKind.CheckedExpression) || node.IsKind(SyntaxKind.CheckedStatement)) is not null;
}
