using System;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AioBarrierAnalyzers.Sharing;

/// <summary>
/// Decides from a type's text alone whether it can matter: code without a single word of threads gives no evidence, and so no finding. This is
/// where the cost of the analysis is decided; it binds nothing.
/// </summary>
internal static class TypeGate
{
    // Parts of words, so that one search serves several: volatile and Volatile, Monitor.Enter and Monitor.Wait. Each names something that
    // some kind of evidence needs.
    private static readonly string[] Words =
    {
        "olatile", "Interlocked", "MemoryBarrier", "lock (", "lock(", "Monitor.", "Thread", "Task.Run", "StartNew", "Timer(", "Parallel.",
        "Concurrent", "ResetEvent", "Semaphore", "TaskCompletionSource", "SpinLock", "ReaderWriterLock", "unsafe", "Unsafe.", "~", "EnterScope",
    };

    public static bool MayMatter(INamedTypeSymbol type, CancellationToken cancellation)
    {
        foreach (SyntaxReference reference in type.DeclaringSyntaxReferences)
        {
            SourceText text = reference.SyntaxTree.GetText(cancellation);
            if (HasWord(text.ToString(SpanOfTypes(reference, cancellation))))
                return true;
        }

        return false;
    }

    /// <summary>
    /// The part of the file that may matter to the type: from the first type on, since the other thread is often a second class beside it. What
    /// stands before is using directives, which name every thread library and say nothing.
    /// </summary>
    private static TextSpan SpanOfTypes(SyntaxReference reference, CancellationToken cancellation)
    {
        if (reference.SyntaxTree.GetRoot(cancellation) is not CompilationUnitSyntax { Members: { Count: > 0 } members })
            return reference.Span;
        return TextSpan.FromBounds(members[0].SpanStart, members[members.Count - 1].Span.End);
    }

    private static bool HasWord(string text)
    {
        foreach (string word in Words)
        {
            if (text.IndexOf(word, StringComparison.Ordinal) >= 0)
                return true;
        }

        return false;
    }
}
