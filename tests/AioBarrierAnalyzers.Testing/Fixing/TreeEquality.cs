using System;
using System.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Shows a tree as text, so that two trees can be compared and their difference read.</summary>
internal sealed class TreeEquality(Type syntaxKindType, bool withTrivia)
{
    private readonly StringBuilder _text = new();

    /// <summary>Fails if the tree that a fix built is not the tree that its text parses to.</summary>
    public static void Verify(IVerifier verifier, Type syntaxKindType, CodeActionValidationMode mode, SyntaxNode parsed, SyntaxNode built)
    {
        if (mode != CodeActionValidationMode.None)
            verifier.EqualOrDiff(Show(parsed), Show(built), "The fix built a tree that its text does not parse to:");

        string Show(SyntaxNode root)
        {
            var tree = new TreeEquality(syntaxKindType, mode == CodeActionValidationMode.Full);
            tree.Append(root, 0);
            return tree._text.ToString();
        }
    }

    private void Append(SyntaxNodeOrToken item, int depth)
    {
        if (item.AsNode() is { } node)
        {
            Line(depth, $"Node({Kind(node.RawKind)}):");
            foreach (var child in node.ChildNodesAndTokens())
                Append(child, depth + 1);

            return;
        }

        var token = item.AsToken();
        Append("Leading", token.LeadingTrivia, depth);
        Line(depth, $"Token({Kind(token.RawKind)}): {Escape(token.Text)}{(token.ValueText == token.Text ? string.Empty : $" = {Escape(token.ValueText)}")}");
        Append("Trailing", token.TrailingTrivia, depth);
    }

    private void Append(string side, SyntaxTriviaList list, int depth)
    {
        if (!withTrivia)
            return;

        foreach (var trivia in list)
        {
            Line(depth + 1, $"{side}({Kind(trivia.RawKind)}): {Escape(trivia.ToString())}");
            if (trivia.GetStructure() is { } structure)
                Append(structure, depth + 2);
        }
    }

    private void Line(int depth, string text) => _text.Append(' ', depth * 2).Append(text).Append('\n');

    private string Kind(int rawKind) => Enum.ToObject(syntaxKindType, rawKind).ToString()!;

    private static string Escape(string text) => text.Replace("\\", "\\\\").Replace("\t", "\\t").Replace("\r", "\\r").Replace("\n", "\\n");
}
