using System.Linq;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.Sharing.Gates;

/// <summary>
/// Finds, as far as the syntax tells, where a view of something or a query over it is gone through that was made in a lock statement and kept in a variable:
/// behind the statement it reads what others change.
/// </summary>
internal static class KeptViews
{
    /// <summary>The use behind the lock statement; null where there is none.</summary>
    public static SyntaxNode? UseBehindLock(SyntaxNode? expression)
    {
        SyntaxNode? view = ReturnedViews.WholeOf(expression);
        if (VariableOf(view) is not { } name || view!.FirstAncestorOrSelf<LockStatementSyntax>() is not { } section ||
            FunctionOf(section) is not { } function || FunctionOf(view) != function)
        {
            return null;
        }

        return function.DescendantNodes().OfType<IdentifierNameSyntax>().FirstOrDefault(
            n => n.SpanStart > section.Span.End && n.Identifier.ValueText == name && IsGoneThrough(n) && FunctionOf(n) == function &&
                n.Ancestors().OfType<LockStatementSyntax>().All(l => l.Span.Contains(section.Span)));
    }

    /// <summary>The same for an expression that is no view itself.</summary>
    public static bool AreMadeOf(SyntaxNode? expression) => ReturnedViews.WholeOf(expression) != expression && UseBehindLock(expression) is not null;

    private static string? VariableOf(SyntaxNode? view) => view?.Parent switch
    {
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => variable.Identifier.ValueText,
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax variable } assignment when assignment.Right == view => variable.Identifier.ValueText,
        _ => null,
    };

    /// <summary>Its items are asked for, one by one or by a method that gives no view again.</summary>
    private static bool IsGoneThrough(IdentifierNameSyntax variable)
    {
        SyntaxNode? view = ReturnedViews.WholeOf(variable);
        return view?.Parent switch
        {
            ForEachStatementSyntax loop => loop.Expression == view,
            MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } access =>
                access.Expression == view && !LiveViews.MayBeGivenBy(access.Name.Identifier.ValueText),
            _ => false,
        };
    }

    private static SyntaxNode? FunctionOf(SyntaxNode node) => node.Ancestors().FirstOrDefault(
        a => a is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax or AccessorDeclarationSyntax);
}
