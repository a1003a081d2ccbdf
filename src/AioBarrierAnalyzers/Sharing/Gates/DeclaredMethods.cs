using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Sharing.Gates;

/// <summary>The methods of a type told by their text, before anything is bound.</summary>
internal static class DeclaredMethods
{
    /// <summary>All methods and accessors that a type, or one nested in it, has in the source.</summary>
    public static IEnumerable<IMethodSymbol> Of(INamedTypeSymbol type) => type.WithNested().SelectMany(t => t.GetMembers().OfType<IMethodSymbol>())
        .Where(m => !m.IsImplicitlyDeclared && m.DeclaringSyntaxReferences.Length == 1);

    /// <summary>Those whose text has one of the words.</summary>
    public static IEnumerable<IMethodSymbol> With(string[] words, INamedTypeSymbol type, CancellationToken cancellation) =>
        Mentions(type, words, cancellation) ? Of(type).Where(m => Mentions(m, words, cancellation)) : Array.Empty<IMethodSymbol>();

    /// <summary>Whether the text of a type or a method has one of the words.</summary>
    public static bool Mentions(ISymbol declared, string[] words, CancellationToken cancellation)
    {
        foreach (SyntaxReference reference in declared.DeclaringSyntaxReferences)
        {
            // The text of the whole file is there as it is; a part of it would be a copy.
            string text = FileText.Of(reference.SyntaxTree, cancellation);
            foreach (string word in words)
            {
                if (text.IndexOf(word, reference.Span.Start, reference.Span.Length, StringComparison.Ordinal) >= 0)
                    return true;
            }
        }

        return false;
    }
}
