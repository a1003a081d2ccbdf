using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using AioBarrierAnalyzers.CodeFixes.Syntax;
using AioBarrierAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.CodeFixes.Fixes;

/// <summary>Has a thread-safe collection copy itself, in one step, before it is handed to what would copy it in two.</summary>
internal sealed class CopyFirstFix : BarrierFix
{
    private const string Title = "Copy it by its own ToArray first";

    public override EditKind Kind => EditKind.CopyFirst;

    public override string EquivalenceKey => "CopyFirst";

    public override Task<FixResult?> TryFixAsync(FixSite site, CancellationToken cancellationToken) =>
        Task.FromResult(Rewrite(site, cancellationToken) is { } root
            ? new FixResult(Title, NewTrees.Put(site.Document.Project.Solution, site.Document.Id, root))
            : null);

    private static SyntaxNode? Rewrite(FixSite site, CancellationToken cancellationToken)
    {
        if (site.Anchor is not ExpressionSyntax source || source.Parent is ConditionalAccessExpressionSyntax ||
            source is not (IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax) ||
            IsReversed(site.Primary) || !CopiesItself(site.Model.GetTypeInfo(source, cancellationToken).Type))
        {
            return null;
        }

        var copy = SyntaxFactory.InvocationExpression(
            SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, source.WithoutTrivia(), SyntaxFactory.IdentifierName("ToArray")));
        return site.Root.ReplaceNode(source, copy.WithTriviaFrom(source));
    }

    /// <summary>On an array the name may mean the method that turns the array round and returns nothing.</summary>
    private static bool IsReversed(SyntaxNode call) =>
        call is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: nameof(Enumerable.Reverse) } };

    private static bool CopiesItself(ITypeSymbol? type) =>
        type?.GetMembers("ToArray").OfType<IMethodSymbol>().Any(m => m is { IsStatic: false, Parameters.Length: 0 }) == true;
}
