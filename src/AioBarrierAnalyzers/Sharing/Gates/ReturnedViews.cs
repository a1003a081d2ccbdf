using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.Sharing.Gates;

/// <summary>
/// Says, as far as the syntax tells, whether something is returned itself, or by a view of it or a query over it that runs when it is gone through.
/// </summary>
internal static class ReturnedViews
{
    public static bool IsReturned(SyntaxNode? expression) => WholeOf(expression)?.Parent is ReturnStatementSyntax or ArrowExpressionClauseSyntax;

    /// <summary>The view or query that is made of it, through as many calls as there are; the expression itself where none is.</summary>
    public static SyntaxNode? WholeOf(SyntaxNode? expression)
    {
        while (expression?.Parent is MemberAccessExpressionSyntax access && access.Expression == expression &&
            LiveViews.MayBeGivenBy(access.Name.Identifier.ValueText))
        {
            expression = access.Parent is InvocationExpressionSyntax call ? call : access;
        }

        return expression;
    }
}
