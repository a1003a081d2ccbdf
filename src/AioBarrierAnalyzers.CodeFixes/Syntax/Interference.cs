using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.CodeFixes.Syntax;

/// <summary>Whether statements may change places within one thread.</summary>
internal static class Interference
{
    /// <summary>Every variable, field and property that a node names.</summary>
    public static HashSet<ISymbol> Named(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken) =>
        new(
            node.DescendantNodesAndSelf().OfType<SimpleNameSyntax>()
                .Select(name => model.GetSymbolInfo(name, cancellationToken).Symbol)
                .Where(symbol => symbol is IFieldSymbol { IsConst: false, IsReadOnly: false } or ILocalSymbol or IParameterSymbol or IPropertySymbol)
                .Select(symbol => symbol!.OriginalDefinition),
            SymbolEqualityComparer.Default);

    /// <summary>Every variable, field and property that a node may change, as far as its own code says; of an array's element, the array.</summary>
    public static HashSet<ISymbol> Changed(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken)
    {
        var changed = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var target in node.DescendantNodesAndSelf().Select(Target).OfType<ExpressionSyntax>())
        {
            foreach (var part in target.DescendantNodesAndSelf().OfType<ExpressionSyntax>().Where(part => IsWritten(part, target)))
            {
                if (model.GetSymbolInfo(part, cancellationToken).Symbol is { } symbol)
                    changed.Add(symbol.OriginalDefinition);
            }
        }

        foreach (var declared in node.DescendantNodesAndSelf().Where(part => part is VariableDeclaratorSyntax or SingleVariableDesignationSyntax or ForEachStatementSyntax))
        {
            if (model.GetDeclaredSymbol(declared, cancellationToken) is { } symbol)
                changed.Add(symbol);
        }

        return changed;
    }

    /// <summary>Control may leave the node otherwise than at its end, or stay away for long.</summary>
    public static bool HasExit(SyntaxNode node) =>
        node.DescendantNodesAndSelf(child => child is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).Any(child =>
            child is ReturnStatementSyntax or ThrowStatementSyntax or ThrowExpressionSyntax or GotoStatementSyntax or YieldStatementSyntax or AwaitExpressionSyntax
                or LabeledStatementSyntax or LockStatementSyntax or LocalFunctionStatementSyntax
            || (child is BreakStatementSyntax or ContinueStatementSyntax
                && !child.Ancestors().TakeWhile(ancestor => ancestor != node.Parent).Any(ancestor =>
                    ancestor is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax
                    || (child is BreakStatementSyntax && ancestor is SwitchStatementSyntax))));

    /// <summary>A call into the type's own code, which can see the type's fields.</summary>
    public static bool CallsOwnType(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken)
    {
        var type = model.GetEnclosingSymbol(node.SpanStart, cancellationToken)?.ContainingType;
        return node.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Any(call =>
            model.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol method
            || method.MethodKind is MethodKind.DelegateInvoke or MethodKind.LocalFunction
            || SymbolEqualityComparer.Default.Equals(method.ContainingType?.OriginalDefinition, type?.OriginalDefinition));
    }

    private static ExpressionSyntax? Target(SyntaxNode node)
    {
        switch (node)
        {
            case AssignmentExpressionSyntax assignment:
                return assignment.Left;
            case PrefixUnaryExpressionSyntax prefix when prefix.IsKind(SyntaxKind.PreIncrementExpression) || prefix.IsKind(SyntaxKind.PreDecrementExpression)
                || prefix.IsKind(SyntaxKind.AddressOfExpression):
                return prefix.Operand;
            case PostfixUnaryExpressionSyntax postfix when !postfix.IsKind(SyntaxKind.SuppressNullableWarningExpression):
                return postfix.Operand;
            case ArgumentSyntax argument when argument.RefKindKeyword.IsKind(SyntaxKind.RefKeyword) || argument.RefKindKeyword.IsKind(SyntaxKind.OutKeyword):
                return argument.Expression;
            case RefExpressionSyntax reference:
                return reference.Expression;
            default:
                return null;
        }
    }

    private static bool IsWritten(ExpressionSyntax part, ExpressionSyntax target)
    {
        if (part == target || target is TupleExpressionSyntax)
            return true;

        // The array of an element, and the struct of a field, change with it.
        switch (target)
        {
            case ElementAccessExpressionSyntax element:
                return IsWritten(part, element.Expression);
            case MemberAccessExpressionSyntax access:
                return IsWritten(part, access.Expression) || part == access.Name;
            case ParenthesizedExpressionSyntax parenthesized:
                return IsWritten(part, parenthesized.Expression);
            default:
                return false;
        }
    }
}
