using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Sharing;

/// <summary>The methods of a type that use a barrier by itself, told by their text: one of the library, or a method of the type that does so.</summary>
internal static class FencingMembers
{
    private const string Barrier = "Barrier(";

    /// <summary>The methods of an outermost type and of the types in it.</summary>
    public static IReadOnlyList<IMethodSymbol> Of(INamedTypeSymbol type, CancellationToken cancellation)
    {
        if (!type.DeclaringSyntaxReferences.Any(r => Has(r, Barrier, cancellation)))
            return Array.Empty<IMethodSymbol>();
        List<IMethodSymbol> all = WithNested(type).SelectMany(t => t.GetMembers().OfType<IMethodSymbol>())
            .Where(m => !m.IsImplicitlyDeclared && m.DeclaringSyntaxReferences.Length == 1).ToList();
        List<IMethodSymbol> fencing = all.Where(m => Has(m.DeclaringSyntaxReferences[0], Barrier, cancellation)).ToList();
        string[] calls = fencing.Where(m => m.ReturnsVoid && m.Parameters.IsEmpty && m.MethodKind == MethodKind.Ordinary).Select(m => m.Name + "()").ToArray();
        return all.Where(m => fencing.Contains(m) || calls.Any(c => Has(m.DeclaringSyntaxReferences[0], c, cancellation))).ToList();
    }

    private static bool Has(SyntaxReference code, string word, CancellationToken cancellation) =>
        code.SyntaxTree.GetText(cancellation).ToString(code.Span).IndexOf(word, StringComparison.Ordinal) >= 0;

    private static IEnumerable<INamedTypeSymbol> WithNested(INamedTypeSymbol type) => type.GetTypeMembers().SelectMany(WithNested).Prepend(type);
}
