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

    private static readonly ConditionalWeakTable<SourceText, string> Joined = new();

    public static string Of(SyntaxTree tree, CancellationToken cancellation)
    {
        SourceText text = tree.GetText(cancellation);
        return text.Length < LongText ? text.ToString() : Joined.GetValue(text, static t => t.ToString());
    }
}
