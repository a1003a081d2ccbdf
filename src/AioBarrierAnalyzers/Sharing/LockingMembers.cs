using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Sharing;

/// <summary>
/// The methods of a type that take a lock by a call, told by their text: only these are asked whether they give it back. A <c>lock</c> statement always does.
/// </summary>
internal static class LockingMembers
{
    private static readonly (string[] Takes, string[] Gives)[] Families =
    {
        (new[] { ".Enter(", ".TryEnter(" }, new[] { ".Exit(" }),
        (new[] { "ReadLock(", "WriteLock(" }, new[] { ".ExitReadLock(", ".ExitWriteLock(", ".ExitUpgradeableReadLock(" }),
        (new[] { ".Wait(", ".WaitAsync(" }, new[] { ".Release(" }),
        (new[] { ".WaitOne(" }, new[] { ".ReleaseMutex(" }),
        (new[] { "AcquireReaderLock(", "AcquireWriterLock(" }, new[] { ".ReleaseReaderLock(", ".ReleaseWriterLock(" }),
    };

    /// <summary>What takes a claim; whatever stores to it gives it back.</summary>
    private static readonly string[] Claims = { "Interlocked.Exchange(", "Interlocked.CompareExchange(" };

    /// <summary>The methods of an outermost type and of the types in it.</summary>
    public static IReadOnlyList<IMethodSymbol> Of(INamedTypeSymbol type, CancellationToken cancellation)
    {
        List<string> texts = type.DeclaringSyntaxReferences.Select(r => r.SyntaxTree.GetText(cancellation).ToString(r.Span)).ToList();
        bool InText(string[] words) => texts.Any(t => Has(t, words));
        var takes = new HashSet<string>();
        foreach ((string[] take, string[] give) in Families)
        {
            if (InText(give) && InText(take))
                takes.UnionWith(take);
        }

        if (InText(Claims))
            takes.UnionWith(Claims);
        if (takes.Count == 0)
            return Array.Empty<IMethodSymbol>();
        string[] words = takes.ToArray();
        return WithNested(type).SelectMany(t => t.GetMembers().OfType<IMethodSymbol>()).Where(m => !m.IsImplicitlyDeclared && m.DeclaringSyntaxReferences.Length == 1 && m.DeclaringSyntaxReferences[0] is var r &&
            Has(r.SyntaxTree.GetText(cancellation).ToString(r.Span), words)).ToList();
    }

    private static bool Has(string text, string[] words)
    {
        foreach (string word in words)
        {
            if (text.IndexOf(word, StringComparison.Ordinal) >= 0)
                return true;
        }

        return false;
    }

    private static IEnumerable<INamedTypeSymbol> WithNested(INamedTypeSymbol type)
    {
        yield return type;
        foreach (INamedTypeSymbol nested in type.GetTypeMembers())
        {
            foreach (INamedTypeSymbol each in WithNested(nested))
                yield return each;
        }
    }
}
