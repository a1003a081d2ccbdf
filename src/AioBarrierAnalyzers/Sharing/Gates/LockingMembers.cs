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

    /// <summary>What else gives one back, in a member that awaits something, and that another one has left it to.</summary>
    private static readonly string[] ClaimStores = { "Volatile.Write(", " = 0;", " = false;" };

    /// <summary>What can fail between the two so that it counts, an await or the start of a thread; or what a return may go around.</summary>
    private static readonly string[] Failing = { "await", "Start(", "finally" };

    private static readonly string[] Awaiting = { "await" };

    /// <summary>Who goes on where another member has failed.</summary>
    private static readonly string[] Catch = { "catch" };

    /// <summary>The methods of an outermost type and of the types in it.</summary>
    public static IReadOnlyList<IMethodSymbol> Of(INamedTypeSymbol type, LockHelpers lockHelpers, CancellationToken cancellation)
    {
        bool Mentions(string[] words) => DeclaredMethods.Mentions(type, words, cancellation);
        var takes = new HashSet<string>(TakesIn(type, cancellation).SelectMany(static t => t));
        takes.UnionWith(lockHelpers.CallsOf(type, cancellation));
        var members = new List<IMethodSymbol>();
        if (takes.Count > 0)
            members.AddRange(DeclaredMethods.With(takes.ToArray(), type, cancellation));
        if (!Mentions(Claims))
            return members;
        string[] helpers = HelpersIn(type, cancellation);
        string[] claims = Claims.Concat(helpers).ToArray();
        if (Mentions(Failing))
        {
            members.AddRange(DeclaredMethods.With(claims, type, cancellation)
                .Where(m => DeclaredMethods.Mentions(m, Failing, cancellation) && !members.Contains(m)));
            members.AddRange(DeclaredMethods.With(Awaiting, type, cancellation)
                .Where(m => m is { IsAsync: true, DeclaredAccessibility: Accessibility.Private } &&
                    DeclaredMethods.Mentions(m, ClaimStores, cancellation) && !members.Contains(m)));
        }

        if (Mentions(Catch))
        {
            members.AddRange(DeclaredMethods.With(claims, type, cancellation).Where(m =>
                (DeclaredMethods.Mentions(m, ClaimStores, cancellation) || DeclaredMethods.Mentions(m, helpers, cancellation)) && !members.Contains(m)));
        }

        return members;
    }

    /// <summary>The calls of those helpers of a type that do nothing but take a claim.</summary>
    private static string[] HelpersIn(INamedTypeSymbol type, CancellationToken cancellation) => DeclaredMethods.With(Claims, type, cancellation)
        .Where(m => LockHelpers.OnlyCallOf(m, cancellation) is not null).Select(static m => m.Name + "(").ToArray();

    /// <summary>What takes a lock of those families of which the type itself has both ends.</summary>
    public static IEnumerable<string[]> TakesIn(INamedTypeSymbol type, CancellationToken cancellation)
    {
        foreach ((string[] take, string[] give) in Families)
        {
            if (DeclaredMethods.Mentions(type, give, cancellation) && DeclaredMethods.Mentions(type, take, cancellation))
                yield return take;
        }
    }
}
