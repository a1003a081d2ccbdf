using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.Sharing.Gates;

/// <summary>What a use of an event's or semaphore's name does to it, as far as the syntax tells.</summary>
internal static class SignalUse
{
    /// <summary>
    /// True where it is reset in every round of a loop, or where it is set before something else is stored: most are only set when all is done, and
    /// waited for, and need no look.
    /// </summary>
    public static bool IsTelling(SyntaxToken name) => Call(name) switch
    {
        "Reset" => IsInLoop(name),
        "Set" or "Release" or "Signal" or "SetResult" or "TrySetResult" => IsBeforeStore(name),
        _ => false,
    };

    private static string? Call(SyntaxToken name) => Whole(name).Parent switch
    {
        MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } called when called.Expression == Whole(name) => called.Name.Identifier.ValueText,
        ConditionalAccessExpressionSyntax { WhenNotNull: InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax called } } =>
            called.Name.Identifier.ValueText,
        _ => null,
    };

    private static SyntaxNode Whole(SyntaxToken name) =>
        name.Parent is { Parent: MemberAccessExpressionSyntax access } && access.Name == name.Parent ? access : name.Parent!;

    private static bool IsInLoop(SyntaxToken name)
    {
        for (SyntaxNode? at = name.Parent; at is not (null or MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax); at = at.Parent)
        {
            if (at is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax)
                return true;
        }

        return false;
    }

    private static bool IsBeforeStore(SyntaxToken name) =>
        name.Parent!.FirstAncestorOrSelf<SyntaxNode>(
            n => n is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax) is { } body &&
        body.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(a => a.SpanStart > name.SpanStart &&
            a.IsKind(SyntaxKind.SimpleAssignmentExpression) && a.Right is not LiteralExpressionSyntax && a.Parent is ExpressionStatementSyntax);
}
