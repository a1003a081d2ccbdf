using System;
using System.Threading;
using Microsoft.CodeAnalysis;
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
            if (HasWord(text.ToString(reference.Span)))
                return true;
        }

        return false;
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
