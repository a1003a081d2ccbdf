using System;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AioBarrierAnalyzers.Sharing.Gates;

/// <summary>The text of a file as one string, made once: a compiler that reads a long file from disk keeps it in pieces.</summary>
internal static class FileText
{
    /// <summary>Shorter texts are kept as a string already, and no copy has to be remembered.</summary>
    private const int LongText = 32 * 1024;

    /// <summary>No more than this is kept for the next one.</summary>
    private const int MaxSpare = 1024 * 1024;

    private static readonly ConditionalWeakTable<SourceText, string> Joined = new();

    [ThreadStatic]
    private static char[]? _spare;

    public static string Of(SyntaxTree tree, CancellationToken cancellation)
    {
        SourceText text = tree.GetText(cancellation);
        return text.Length < LongText ? text.ToString() : Joined.GetValue(text, static t => Join(t));
    }

    /// <summary>One string, and nothing on the way there but characters that the next one is made in.</summary>
    private static string Join(SourceText text)
    {
        char[]? buffer = _spare;
        if (buffer is null || buffer.Length < text.Length)
            buffer = new char[text.Length + (text.Length / 4)];
        text.CopyTo(0, buffer, 0, text.Length);
        _spare = buffer.Length <= MaxSpare ? buffer : null;
        return new string(buffer, 0, text.Length);
    }
}
