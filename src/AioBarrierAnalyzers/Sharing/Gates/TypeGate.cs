using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Options;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AioBarrierAnalyzers.Sharing.Gates;

/// <summary>
/// Decides from a type's text alone whether it can matter: code without a single word of threads gives no evidence, and so no finding. This is
/// where the cost of the analysis is decided; it binds nothing.
/// </summary>
internal sealed class TypeGate
{
    private const string Volatile = "olatile ";

    // Parts of words, so that one search serves several: Monitor.Enter and Monitor.Wait, new Thread and Thread.Sleep. Each names something
    // that some kind of evidence needs.
    private static readonly string[] Words =
    {
        Volatile, "Volatile.", "Interlocked.", "MemoryBarrier", "lock (", "lock(", "Monitor.", "Thread(", "Thread.", "ThreadPool", "WorkItem",
        "Task.Run", "StartNew",
        "Timer(", "Parallel.", "ConcurrentQueue", "ConcurrentStack", "ConcurrentBag", "ConcurrentDictionary", "Channel<", "AutoResetEvent", "ManualResetEvent",
        "EventWaitHandle", "CountdownEvent", "Semaphore", "TaskCompletionSource",
        "SpinLock", "ReaderWriterLock", "MemoryMapped", "EnterScope", "Mutex", ".Enter(", ".TryEnter(", "GuardedBy", "ThreadSafe]", "ThreadSafe(",
    };

    private static readonly string[]?[] ByFirst =
        Enumerable.Range(0, 128).Select(c => Words.Where(w => w[0] == c).ToArray()).Select(w => w.Length == 0 ? null : w).ToArray();

    private static readonly Dictionary<SyntaxNode, bool> Nothing = new();

    private readonly ConcurrentDictionary<SyntaxTree, Dictionary<SyntaxNode, bool>> _files = new();

    /// <summary>The types of a file that may matter by themselves or by their parts in other files.</summary>
    public IEnumerable<TypeDeclarationSyntax> CandidatesIn(SyntaxTree tree, BarrierOptions options, CancellationToken cancellation)
    {
        Dictionary<SyntaxNode, bool> types = In(tree, options, cancellation);
        if (types.Count == 0 && !Contains(FileText.Of(tree, cancellation), "partial "))
            return Enumerable.Empty<TypeDeclarationSyntax>();
        return OutermostIn(tree, cancellation).Where(t => (types.TryGetValue(t, out bool matters) && matters) || t.Modifiers.Any(SyntaxKind.PartialKeyword));
    }

    public bool MayMatter(INamedTypeSymbol type, BarrierOptions options, CancellationToken cancellation)
    {
        foreach (SyntaxReference reference in type.DeclaringSyntaxReferences)
        {
            Dictionary<SyntaxNode, bool> types = In(reference.SyntaxTree, options, cancellation);
            if (types.Count > 0 && types.TryGetValue(reference.GetSyntax(cancellation), out bool matters) && matters)
                return true;
        }

        return false;
    }

    private static IEnumerable<TypeDeclarationSyntax> OutermostIn(SyntaxTree tree, CancellationToken cancellation) =>
        DeclaredTypes.OutermostIn(tree.GetRoot(cancellation));

    private Dictionary<SyntaxNode, bool> In(SyntaxTree tree, BarrierOptions options, CancellationToken cancellation) =>
        _files.TryGetValue(tree, out Dictionary<SyntaxNode, bool>? types) ? types : _files.GetOrAdd(tree, Judge(tree, options, cancellation));

    /// <summary>
    /// A type matters for what it says itself, and for a type beside it in the file if one of the two names the other: it may be the other thread.
    /// </summary>
    private static Dictionary<SyntaxNode, bool> Judge(SyntaxTree tree, BarrierOptions options, CancellationToken cancellation)
    {
        string code = FileText.Of(tree, cancellation);
        if (!MayMatter(code, new TextSpan(0, code.Length), options))
            return Nothing;
        List<TypeDeclarationSyntax> types = OutermostIn(tree, cancellation).ToList();
        var own = new HashSet<TypeDeclarationSyntax>(types.Where(t => MayMatter(code, t.Span, options)));
        return types.ToDictionary(t => (SyntaxNode)t, t => own.Contains(t) || own.Any(
            other => Contains(code, t.Span, other.Identifier.ValueText) || Contains(code, other.Span, t.Identifier.ValueText)));
    }

    private static bool MayMatter(string code, TextSpan part, BarrierOptions options) =>
        HasWord(code, part) || MayOccur(options.GuardNames, code, part) || MayOccur(options.WaiterCheckNames, code, part) ||
        MayOccur(options.WakeMethods, code, part) || HasAddresses(code, part) || HasFinalizer(code, part) || HasLoopOfItsOwn(code, part);

    private static bool MayOccur(ImmutableHashSet<string> names, string code, TextSpan part)
    {
        foreach (string name in names)
        {
            if (Contains(code, part, name.Substring(name.LastIndexOf('.') + 1)))
                return true;
        }

        return false;
    }

    /// <summary>One pass over the text: it is read for every file of the compilation.</summary>
    [MethodImpl(HotPath.Optimized)]
    private static bool HasWord(string code, TextSpan part)
    {
        for (int at = part.Start; at + 1 < part.End; at++)
        {
            char first = code[at];
            if (first >= ByFirst.Length || ByFirst[first] is not { } words)
                continue;
            char second = code[at + 1];
            foreach (string word in words)
            {
                // "OnTimer(" names no timer; the keyword and the class share their end.
                if (word[1] == second && string.CompareOrdinal(code, at, word, 0, word.Length) == 0 &&
                    (at == part.Start || word == Volatile || word[0] == '.' || !char.IsLetterOrDigit(code[at - 1])))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Pointers that are followed to a header, or references made from an address: the other side may be a kernel or another process.</summary>
    private static bool HasAddresses(string code, TextSpan part) =>
        (Contains(code, part, "unsafe") && HasArrow(code, part)) || Contains(code, part, "Unsafe.AsRef<");

    private static bool HasArrow(string code, TextSpan part)
    {
        for (int at = IndexOf(code, "->", part.Start, part.End); at > 0; at = IndexOf(code, "->", at + 1, part.End))
        {
            if (!char.IsWhiteSpace(code[at - 1]) && at + 2 < part.End && !char.IsWhiteSpace(code[at + 2]))
                return true;
        }

        return false;
    }

    private static bool HasFinalizer(string code, TextSpan part)
    {
        for (int at = IndexOf(code, "~", part.Start, part.End); at >= 0; at = IndexOf(code, "~", at + 1, part.End))
        {
            int end = WordReader.EndOf(code, at + 1, part.End);
            if (end > at + 1 && WordReader.IsStart(code[at + 1]) && string.CompareOrdinal(code, end, "()", 0, 2) == 0)
                return true;
        }

        return false;
    }

    /// <summary>An asynchronous loop that goes on until it is cancelled, and not where its caller was.</summary>
    private static bool HasLoopOfItsOwn(string code, TextSpan part) =>
        Contains(code, part, "ConfigureAwait(false)") &&
        (IsLoopedFor("IsCancellationRequested", code, part) || IsLoopedFor("WaitForNextTickAsync", code, part));

    private static bool IsLoopedFor(string word, string code, TextSpan part)
    {
        for (int at = IndexOf(code, word, part.Start, part.End); at >= 0; at = IndexOf(code, word, at + 1, part.End))
        {
            int line = at == 0 ? 0 : code.LastIndexOf('\n', at - 1) + 1;
            if (IndexOf(code, "while", line, at) >= 0)
                return true;
        }

        return false;
    }

    private static bool Contains(string text, string word) => IndexOf(text, word, 0, text.Length) >= 0;

    private static bool Contains(string text, TextSpan part, string word) => IndexOf(text, word, part.Start, part.End) >= 0;

    private static int IndexOf(string text, string word, int start, int end) => text.IndexOf(word, start, end - start, StringComparison.Ordinal);
}
