using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.Sharing.Gates;

/// <summary>The methods of a type that hand a variable of their own, or a part of one, to Interlocked or Volatile, told by their syntax.</summary>
internal static class LocalTargets
{
    private static readonly string[] Atomics = { "Interlocked.", "Volatile." };

    /// <summary>The methods of an outermost type and of the types in it.</summary>
    public static IReadOnlyList<IMethodSymbol> Of(INamedTypeSymbol type, CancellationToken cancellation) =>
        DeclaredMethods.With(Atomics, type, cancellation).Where(m => HasTarget(m.DeclaringSyntaxReferences[0].GetSyntax(cancellation))).ToList();

    private static bool HasTarget(SyntaxNode method)
    {
        HashSet<string>? own = null;
        foreach (InvocationExpressionSyntax call in method.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (call.Expression is MemberAccessExpressionSyntax { Expression: var named } && named is IdentifierNameSyntax or MemberAccessExpressionSyntax &&
                call.ArgumentList.Arguments.Count > 0 && !call.ArgumentList.Arguments[0].RefKindKeyword.IsKind(SyntaxKind.None) &&
                (named as IdentifierNameSyntax ?? ((MemberAccessExpressionSyntax)named).Name).Identifier.ValueText is "Interlocked" or "Volatile" &&
                RootOf(call.ArgumentList.Arguments[0].Expression) is { } root && (own ??= Declared(method)).Contains(root))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The name that leads to a field, or that stands by itself.</summary>
    private static string? RootOf(ExpressionSyntax place)
    {
        while (place is MemberAccessExpressionSyntax { RawKind: (int)SyntaxKind.SimpleMemberAccessExpression } part)
            place = part.Expression;
        return (place as IdentifierNameSyntax)?.Identifier.ValueText;
    }

    private static HashSet<string> Declared(SyntaxNode method) => new(method.DescendantNodes().Select(n => n switch
    {
        VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
        ParameterSyntax parameter => parameter.Identifier.ValueText,
        SingleVariableDesignationSyntax designation => designation.Identifier.ValueText,
        ForEachStatementSyntax loop => loop.Identifier.ValueText,
        _ => string.Empty,
    }));
}
