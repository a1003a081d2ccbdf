using System;
using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AioBarrierAnalyzers.Sharing.Gates;

/// <summary>The tokens with a given text, found by the text: few of a file's many tokens are looked at.</summary>
internal static class NamedTokens
{
    public static IEnumerable<SyntaxToken> In(SyntaxNode code, string name, CancellationToken cancellation) =>
        In(code.SyntaxTree, code.Span, name, cancellation);

    public static IEnumerable<SyntaxToken> In(SyntaxTree tree, string name, CancellationToken cancellation) =>
        In(tree, new TextSpan(0, tree.Length), name, cancellation);

    private static IEnumerable<SyntaxToken> In(SyntaxTree tree, TextSpan span, string name, CancellationToken cancellation)
    {
        // The name of what is not typed yet stands everywhere in the text, and in no token.
        if (name.Length == 0)
            yield break;
        string text = FileText.Of(tree, cancellation);
        for (int at = span.Start; (at = text.IndexOf(name, at, span.End - at, StringComparison.Ordinal)) >= 0; at += name.Length)
        {
            cancellation.ThrowIfCancellationRequested();
            SyntaxToken token = tree.GetRoot(cancellation).FindToken(at);
            if (token.Span.Contains(at) && token.ValueText == name)
                yield return token;
        }
    }
}
