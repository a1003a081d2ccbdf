using System;
using System.Threading;
using AioBarrierAnalyzers.Options;
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
        "olatile ", "Volatile.", "Interlocked.", "MemoryBarrier", "lock (", "lock(", "Monitor.", "Thread(", "Thread.", "ThreadPool", "WorkItem", "Task.Run", "StartNew",
        "Timer(", "Parallel.", "ConcurrentQueue", "ConcurrentStack", "ConcurrentBag", "Channel<", "ResetEvent", "Semaphore",
        "SpinLock", "ReaderWriterLock", "MemoryMapped", "Unsafe.", "EnterScope", "GuardedBy", "ThreadSafe]", "ThreadSafe(",
    };

    public static bool MayMatter(INamedTypeSymbol type, BarrierOptions options, CancellationToken cancellation)
    {
        foreach (SyntaxReference reference in type.DeclaringSyntaxReferences)
        {
            SourceText text = reference.SyntaxTree.GetText(cancellation);
            string code = text.ToString(SpanOfTypes(reference, cancellation));
            if (HasWord(code) || options.GuardNames.MayOccurIn(code) || options.WaiterCheckNames.MayOccurIn(code) || options.WakeMethods.MayOccurIn(code) ||
                (code.IndexOf("unsafe", StringComparison.Ordinal) >= 0 && code.IndexOf("->", StringComparison.Ordinal) >= 0) ||
                code.IndexOf("~", StringComparison.Ordinal) is >= 0 and var at && IsFinalizer(code, at))
            {
                return true;
            }
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

    private static bool IsFinalizer(string code, int at)
    {
        for (; at >= 0; at = code.IndexOf('~', at + 1))
        {
            if (at + 1 < code.Length && char.IsUpper(code[at + 1]) && code.IndexOf('(', at) is > 0 and var open && code.IndexOf(')', open) == open + 1)
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
