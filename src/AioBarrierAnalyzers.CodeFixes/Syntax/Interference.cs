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
    /// <summary>Every variable, field and property that a node names; of a struct that is named as a whole, its fields too.</summary>
    public static HashSet<ISymbol> Named(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken) =>
        new(
            node.DescendantNodesAndSelf().OfType<SimpleNameSyntax>()
                .SelectMany(name => Parts(name, model, cancellationToken))
                .Where(symbol => symbol is IFieldSymbol { IsConst: false, IsReadOnly: false } or ILocalSymbol or IParameterSymbol or IPropertySymbol),
            SymbolEqualityComparer.Default);

    /// <summary>Every variable, field and property that a node may change, as far as its own code says; of an array's element, the array.</summary>
    public static HashSet<ISymbol> Changed(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken)
    {
        var changed = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var target in node.DescendantNodesAndSelf().Select(Target).OfType<ExpressionSyntax>())
        {
            foreach (var part in Written(target))
                changed.UnionWith(Parts(part, model, cancellationToken));
        }

        foreach (var declared in node.DescendantNodesAndSelf().Where(part =>
            part is VariableDeclaratorSyntax or SingleVariableDesignationSyntax or ForEachStatementSyntax))
        {
            if (model.GetDeclaredSymbol(declared, cancellationToken) is { } symbol)
                changed.Add(symbol);
        }

        return changed;
    }

    /// <summary>Control may leave the node otherwise than at its end, or stay away for long.</summary>
    public static bool HasExit(SyntaxNode node) =>
        node.DescendantNodesAndSelf(child => child is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).Any(child =>
            child is ReturnStatementSyntax or ThrowStatementSyntax or ThrowExpressionSyntax or GotoStatementSyntax or YieldStatementSyntax
                or AwaitExpressionSyntax or LabeledStatementSyntax or LockStatementSyntax or LocalFunctionStatementSyntax
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

    /// <summary>
    /// A call into the type's own code that names one of the symbols, or of which that cannot be seen: only small helpers in the same file are looked at.
    /// </summary>
    public static bool NamesInCalls(SyntaxNode node, HashSet<ISymbol> symbols, SemanticModel model, CancellationToken cancellationToken) =>
        node.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Where(call => CallsOwnType(call, model, cancellationToken)).Any(call =>
            model.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary, IsVirtual: false, IsOverride: false,
                IsAbstract: false } method
            || method.DeclaringSyntaxReferences.SingleOrDefault()?.GetSyntax(cancellationToken) is not MethodDeclarationSyntax helper
            || helper.SyntaxTree != node.SyntaxTree
            || CallsOwnType(helper, model, cancellationToken)
            || Named(helper, model, cancellationToken).Overlaps(symbols));

    private static ExpressionSyntax? Target(SyntaxNode node)
    {
        switch (node)
        {
            case AssignmentExpressionSyntax assignment:
                return assignment.Left;
            case PrefixUnaryExpressionSyntax prefix when Expressions.IsStep(prefix) || prefix.IsKind(SyntaxKind.AddressOfExpression):
                return prefix.Operand;
            case PostfixUnaryExpressionSyntax postfix when Expressions.IsStep(postfix):
                return postfix.Operand;
            case ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } when ThreadingCall.IsRead(call):
                return null;
            case ArgumentSyntax argument when argument.RefKindKeyword.IsKind(SyntaxKind.RefKeyword) || argument.RefKindKeyword.IsKind(SyntaxKind.OutKeyword):
                return argument.Expression;
            case RefExpressionSyntax reference:
                return reference.Expression;
            default:
                return null;
        }
    }

    /// <summary>With an element its array changes, but with a field not the object or the rest of the struct.</summary>
    private static IEnumerable<ExpressionSyntax> Written(ExpressionSyntax target)
    {
        switch (target)
        {
            case ParenthesizedExpressionSyntax parenthesized:
                return Written(parenthesized.Expression);
            case TupleExpressionSyntax tuple:
                return tuple.Arguments.SelectMany(argument => Written(argument.Expression));
            case ElementAccessExpressionSyntax element:
                return Written(element.Expression).Append(element);
            case PrefixUnaryExpressionSyntax pointer:
                return Written(pointer.Operand).Append(pointer);
            default:
                return new[] { target };
        }
    }

    /// <summary>What an expression stands for, and the fields of a struct that it stands for as a whole.</summary>
    private static IEnumerable<ISymbol> Parts(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellationToken)
    {
        if (model.GetSymbolInfo(expression, cancellationToken).Symbol?.OriginalDefinition is not { } symbol)
            return Enumerable.Empty<ISymbol>();

        var whole = expression.Parent is MemberAccessExpressionSyntax access && access.Name == expression ? access : expression;
        var isReceiver = whole.Parent is MemberAccessExpressionSyntax outer && outer.Expression == whole
            && model.GetSymbolInfo(outer, cancellationToken).Symbol is IFieldSymbol;
        return !isReceiver
            && model.GetTypeInfo(whole, cancellationToken).Type is INamedTypeSymbol { TypeKind: TypeKind.Struct, SpecialType: SpecialType.None } type
            ? type.GetMembers().OfType<IFieldSymbol>().Select(field => (ISymbol)field.OriginalDefinition).Append(symbol)
            : new[] { symbol };
    }
}
