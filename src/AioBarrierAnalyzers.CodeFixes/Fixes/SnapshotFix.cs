using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using AioBarrierAnalyzers.CodeFixes.Naming;
using AioBarrierAnalyzers.CodeFixes.Syntax;
using AioBarrierAnalyzers.Options;
using AioBarrierAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.CodeFixes.Fixes;

/// <summary>Makes a compare-exchange rest on one snapshot: the local that it already has, or a new one in a loop.</summary>
internal sealed class SnapshotFix : BarrierFix
{
    private const string NewName = "seen";

    public override EditKind Kind => EditKind.Snapshot;

    public override string EquivalenceKey => "UseOneSnapshot";

    public override Task<FixResult?> TryFixAsync(FixSite site, CancellationToken cancellationToken)
    {
        FixResult? result = null;
        if (site.Primary is InvocationExpressionSyntax call
            && ThreadingCall.Name(call, site.Model, cancellationToken) == "Interlocked.CompareExchange"
            && ThreadingCall.Location(call) is { } location && Expressions.IsPure(location)
            && ThreadingCall.Argument(call, 1) is { } value && ThreadingCall.Argument(call, 2) is { } comparand)
        {
            result = ByLocal(site, call, location, value, comparand, cancellationToken) ?? ByLoop(site, call, location, value, comparand, cancellationToken);
        }

        return Task.FromResult(result);
    }

    private static FixResult? ByLocal(
        FixSite site, InvocationExpressionSyntax call, ExpressionSyntax location, ExpressionSyntax value, ExpressionSyntax comparand,
        CancellationToken cancellationToken)
    {
        if (IsLocal(comparand, site.Model, cancellationToken) && Replace(value, location, comparand) is { } computed)
            return Result(site, call, call.ReplaceNode(value, computed));

        // The result is compared with the local that should have been the comparand.
        if (IsRead(comparand, location) && Expressions.WithParentheses(call).Parent is BinaryExpressionSyntax comparison
            && (comparison.IsKind(SyntaxKind.EqualsExpression) || comparison.IsKind(SyntaxKind.NotEqualsExpression))
            && (comparison.Left.Contains(call) ? comparison.Right : comparison.Left) is var snapshot && IsLocal(snapshot, site.Model, cancellationToken)
            && Replace(value, location, snapshot) is null)
        {
            return Result(site, call, call.ReplaceNode(comparand, snapshot.WithTriviaFrom(comparand)));
        }

        return null;
    }

    /// <summary>Nobody looks at the result: compute and try again until it succeeds.</summary>
    private static FixResult? ByLoop(
        FixSite site, InvocationExpressionSyntax call, ExpressionSyntax location, ExpressionSyntax value, ExpressionSyntax comparand,
        CancellationToken cancellationToken)
    {
        var seen = SyntaxFactory.IdentifierName(NewName);
        if (call.Parent is not ExpressionStatementSyntax { Parent: BlockSyntax } statement
            || !IsRead(comparand, location)
            || !Expressions.IsPure(value)
            || Replace(value, location, seen) is not { } computed
            || site.Model.GetTypeInfo(location, cancellationToken).Type is not { } type
            || type.NullableAnnotation == NullableAnnotation.Annotated
            || site.Model.LookupSymbols(call.SpanStart, name: NewName).Length > 0
            || (Enclosing.Function(call) ?? site.Root).DescendantTokens().Any(token => token.ValueText == NewName))
        {
            return null;
        }

        var names = new ThreadingNames(site);
        var exchange = call.ReplaceNodes(new[] { value, comparand }, (node, _) => node == value ? computed : seen).WithoutTrivia();
        var read = names.Call("Volatile", "Read", Arguments.Ref(location.WithoutTrivia()));
        var indent = statement.GetLeadingTrivia().LastOrDefault(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).ToString();
        var end = statement.GetTrailingTrivia().FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)).ToString();
        end = end.Length == 0 ? "\n" : end;
        var block = SyntaxFactory.ParseStatement(
            $"{{{end}{indent}    {type.ToMinimalDisplayString(site.Model, call.SpanStart)} {NewName};{end}{indent}    do{end}{indent}    {{{end}"
            + $"{indent}        {NewName} = {read};{end}{indent}    }}{end}{indent}    while ({exchange} != {NewName});{end}{indent}}}");
        return new FixResult("Use one snapshot, and try again", names.Apply(site.Root.ReplaceNode(statement, block.WithTriviaFrom(statement))));
    }

    private static FixResult Result(FixSite site, InvocationExpressionSyntax call, InvocationExpressionSyntax changed) =>
        new("Use one snapshot", new ThreadingNames(site).Apply(site.Root.ReplaceNode(call, changed)));

    private static bool IsLocal(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellationToken) =>
        Expressions.WithoutParentheses(expression) is IdentifierNameSyntax name
        && model.GetSymbolInfo(name, cancellationToken).Symbol is ILocalSymbol { RefKind: RefKind.None };

    private static bool IsRead(ExpressionSyntax expression, ExpressionSyntax location) =>
        Expressions.SameLocation(expression, location)
        || (Expressions.WithoutParentheses(expression) is InvocationExpressionSyntax call && ThreadingCall.IsRead(call)
            && ThreadingCall.Location(call) is { } read && Expressions.SameLocation(read, location));

    /// <summary>The expression with every read of the location replaced; null where it has none.</summary>
    private static ExpressionSyntax? Replace(ExpressionSyntax expression, ExpressionSyntax location, ExpressionSyntax by)
    {
        var reads = expression.DescendantNodesAndSelf().OfType<ExpressionSyntax>().Where(node => IsRead(node, location)).ToList();
        reads.RemoveAll(node => reads.Any(outer => outer != node && outer.Span.Contains(node.Span)));
        return reads.Count == 0 ? null : expression.ReplaceNodes(reads, (node, _) => by.WithTriviaFrom(node));
    }
}
