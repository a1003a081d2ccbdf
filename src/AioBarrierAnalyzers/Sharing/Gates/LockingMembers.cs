using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Sharing.Gates;

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
        bool Mentions(string[] words) => DeclaredMethods.Mentions(type, words, cancellation);
        var takes = new HashSet<string>();
        foreach ((string[] take, string[] give) in Families)
        {
            if (Mentions(give) && Mentions(take))
                takes.UnionWith(take);
        }

        if (Mentions(Claims))
            takes.UnionWith(Claims);
        return takes.Count == 0 ? Array.Empty<IMethodSymbol>() : DeclaredMethods.With(takes.ToArray(), type, cancellation).ToList();
    }
}
