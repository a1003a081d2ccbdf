using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.Sharing.Gates;

/// <summary>
/// Finds by their text the helpers of a type, and of the types it derives from, that do nothing but take a lock by a call: who calls one holds the lock. Kept
/// for each type, as a base may have many that derive from it.
/// </summary>
internal sealed class LockHelpers
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, string[]> _ofTypes = new(SymbolEqualityComparer.Default);

    /// <summary>What the text of their calls has, an open parenthesis included.</summary>
    public string[] CallsOf(INamedTypeSymbol type, CancellationToken cancellation)
    {
        type = type.OriginalDefinition;
        return _ofTypes.TryGetValue(type, out string[]? known) ? known : _ofTypes.GetOrAdd(type, Find(type, cancellation));
    }

    /// <summary>
    /// The one call that the body of a helper consists of, or whose result it compares with a constant; null where there is more to it, or a derived type may
    /// have another body.
    /// </summary>
    public static InvocationExpressionSyntax? OnlyCallOf(IMethodSymbol method, CancellationToken cancellation)
    {
        if (method.IsVirtual || method.IsAbstract || method.IsOverride || method.MethodKind != MethodKind.Ordinary ||
            method.DeclaringSyntaxReferences.Length != 1 || method.DeclaringSyntaxReferences[0].GetSyntax(cancellation) is not MethodDeclarationSyntax code)
        {
            return null;
        }

        ExpressionSyntax? all = code.ExpressionBody?.Expression ?? (code.Body?.Statements is { Count: 1 } statements
            ? statements[0] switch
            {
                ExpressionStatementSyntax statement => statement.Expression,
                ReturnStatementSyntax result => result.Expression,
                _ => null,
            }
            : null);
        if (all is BinaryExpressionSyntax { Right: LiteralExpressionSyntax } asked &&
            all.Kind() is SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression)
        {
            all = asked.Left;
        }

        if (all is AwaitExpressionSyntax wait)
            all = wait.Expression;
        if (all is InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Expression: InvocationExpressionSyntax awaited },
            })
        {
            all = awaited;
        }

        return all as InvocationExpressionSyntax;
    }

    private string[] Find(INamedTypeSymbol type, CancellationToken cancellation)
    {
        var calls = new List<string>();
        foreach (string[] takes in LockingMembers.TakesIn(type, cancellation))
        {
            foreach (IMethodSymbol method in type.GetMembers().OfType<IMethodSymbol>())
            {
                if (DeclaredMethods.Mentions(method, takes, cancellation) && OnlyCallOf(method, cancellation) is not null)
                    calls.Add(method.Name + "(");
            }
        }

        if (type.BaseType is { SpecialType: SpecialType.None, DeclaringSyntaxReferences.IsEmpty: false } derivedFrom)
            calls.AddRange(CallsOf(derivedFrom, cancellation));
        return calls.ToArray();
    }
}
