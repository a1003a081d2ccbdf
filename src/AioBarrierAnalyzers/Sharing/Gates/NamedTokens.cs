using System;
using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace AioBarrierAnalyzers.Sharing.Gates;

/// <summary>The tokens with a given text, found by the text: few of a file's many tokens are looked at.</summary>
internal static class NamedTokens
{
    public static IEnumerable<SyntaxToken> In(SyntaxNode code, string name, CancellationToken cancellation) =>
        In(code.SyntaxTree, code.Span, name, cancellation);

    public static IEnumerable<SyntaxToken> In(SyntaxTree tree, string name, CancellationToken cancellation) =>
        In(tree, new TextSpan(0, tree.Length), name, cancellation);

    /// <summary>Those of some names that are identifiers in a file, found in one pass over its text.</summary>
    public static HashSet<string> UsedIn(SyntaxTree tree, IEnumerable<string> names, CancellationToken cancellation)
    {
        var wanted = new WordTable<bool>();
        foreach (string name in names)
            wanted.Add(name, true);
        var used = new HashSet<string>();
        string text = FileText.Of(tree, cancellation);
        var reader = new WordReader(text, 0, text.Length);
        while (reader.MoveNext())
        {
            if (!wanted.TryFind(text, reader.Start, reader.Length, out string name, out _) || used.Contains(name))
                continue;
            SyntaxToken token = tree.GetRoot(cancellation).FindToken(reader.Start);
            if (token.IsKind(SyntaxKind.IdentifierToken) && token.Span.Contains(reader.Start) && token.ValueText == name)
                used.Add(name);
        }

        return used;
    }

    private static IEnumerable<SyntaxToken> In(SyntaxTree tree, TextSpan span, string name, CancellationToken cancellation)
    {
        // The name of what is not typed yet stands everywhere in the text, and in no token. Most texts have no other either: nothing is made for them.
        string text = FileText.Of(tree, cancellation);
        int first = name.Length == 0 ? -1 : text.IndexOf(name, span.Start, span.Length, StringComparison.Ordinal);
        return first < 0 ? Array.Empty<SyntaxToken>() : From(first, tree, text, span.End, name, cancellation);
    }

    private static IEnumerable<SyntaxToken> From(int first, SyntaxTree tree, string text, int end, string name, CancellationToken cancellation)
    {
        for (int at = first; at >= 0; at = text.IndexOf(name, at + name.Length, end - at - name.Length, StringComparison.Ordinal))
        {
            cancellation.ThrowIfCancellationRequested();
            SyntaxToken token = tree.GetRoot(cancellation).FindToken(at);
            if (token.Span.Contains(at) && token.ValueText == name)
                yield return token;
        }
    }
}
