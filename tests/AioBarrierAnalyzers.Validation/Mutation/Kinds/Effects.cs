using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.Validation.Mutation.Kinds;

/// <summary>What others could notice of a statement.</summary>
/// <param name="Stores">It stores to a field, an element or what a reference leads to, or changes a collection.</param>
/// <param name="Publishes">It stores a reference that was its own, or a caller's.</param>
/// <param name="Calls">It calls members of the reference or of the threading library, or runs a callback.</param>
internal readonly record struct Effects(bool Stores, bool Publishes, bool Calls)
{
    public bool Any => Stores || Calls;

    /// <summary>Plain stores of values.</summary>
    public bool IsPlain => Stores && !Publishes && !Calls;

    public static Effects Of(SemanticModel model, StatementSyntax statement)
    {
        var effects = default(Effects);
        foreach (var node in statement.DescendantNodesAndSelf())
        {
            switch (node)
            {
                case AssignmentExpressionSyntax assignment when IsShared(model, assignment.Left):
                    var isReference = model.GetTypeInfo(assignment.Left).Type is { IsReferenceType: true }
                        && model.GetSymbolInfo(assignment.Right).Symbol is ILocalSymbol or IParameterSymbol or IMethodSymbol { MethodKind: MethodKind.Constructor };
                    effects = effects with { Stores = true, Publishes = effects.Publishes || isReference };
                    break;
                case PostfixUnaryExpressionSyntax or PrefixUnaryExpressionSyntax when node.RawKind is (int)SyntaxKind.PostIncrementExpression
                    or (int)SyntaxKind.PostDecrementExpression or (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression:
                    var operand = node is PostfixUnaryExpressionSyntax postfix ? postfix.Operand : ((PrefixUnaryExpressionSyntax)node).Operand;
                    if (IsShared(model, operand)) effects = effects with { Stores = true };
                    break;
                case InvocationExpressionSyntax call when model.GetSymbolInfo(call).Symbol is IMethodSymbol method && !IsCheck(method):
                    effects = effects with { Stores = effects.Stores || IsStore(method), Calls = effects.Calls || IsNoticed(method) };
                    break;
            }
        }

        return effects;
    }

    private static bool IsShared(SemanticModel model, ExpressionSyntax target) => model.GetSymbolInfo(target).Symbol switch
    {
        IFieldSymbol or IPropertySymbol => true,
        ILocalSymbol local => local.IsRef,
        IMethodSymbol { RefKind: not RefKind.None } => true,
        null => target is ElementAccessExpressionSyntax or PrefixUnaryExpressionSyntax,
        _ => false,
    };

    /// <summary>Collections, and unmanaged memory.</summary>
    private static bool IsStore(IMethodSymbol method) => method.ContainingNamespace.ToString() is "System.Collections.Generic" or "System.Runtime.InteropServices";

    /// <summary>Throws or does nothing.</summary>
    private static bool IsCheck(IMethodSymbol method) =>
        method.Name.StartsWith("Throw", StringComparison.Ordinal) || method.Name.StartsWith("Check", StringComparison.Ordinal);

    private static bool IsNoticed(IMethodSymbol method) =>
        method.MethodKind == MethodKind.DelegateInvoke
        || method.DeclaringSyntaxReferences.Length != 0
        || method.ContainingNamespace.ToString() == "System.Threading";
}
