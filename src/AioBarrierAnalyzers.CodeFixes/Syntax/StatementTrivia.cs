using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AioBarrierAnalyzers.CodeFixes.Syntax;

/// <summary>White space, empty lines and comments around statements, so that an edit leaves them where they belong.</summary>
internal static class StatementTrivia
{
    /// <summary>The line break that the file uses.</summary>
    public static SyntaxTrivia EndOfLine(SyntaxNode root)
    {
        var found = root.DescendantTrivia().FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        return found.RawKind != 0 ? SyntaxFactory.EndOfLine(found.ToString()) : SyntaxFactory.LineFeed;
    }

    /// <summary>It has its lines for itself.</summary>
    public static bool OwnsLines(SyntaxNode node) => StartsLine(node) && EndsLine(node);

    public static bool StartsLine(SyntaxNode node)
    {
        var previous = node.GetFirstToken().GetPreviousToken();
        return previous.RawKind == 0 || previous.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia) || node.GetLeadingTrivia().Any(SyntaxKind.EndOfLineTrivia);
    }

    public static bool EndsLine(SyntaxNode node) => node.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia);

    public static SyntaxTriviaList Indentation(SyntaxNode node) =>
        SyntaxFactory.TriviaList(node.GetLeadingTrivia().Reverse().TakeWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).Reverse());

    public static bool HasDirectives(SyntaxNode node) => node.ContainsDirectives;

    /// <summary>The empty lines that a statement starts with.</summary>
    public static SyntaxTriviaList BlankLines(SyntaxNode node)
    {
        var trivia = node.GetLeadingTrivia();
        return SyntaxFactory.TriviaList(trivia.Take(AfterBlankLines(trivia, 0)));
    }

    public static T WithoutBlankLines<T>(T node)
        where T : SyntaxNode
    {
        var trivia = node.GetLeadingTrivia();
        return node.WithLeadingTrivia(trivia.Skip(AfterBlankLines(trivia, 0)));
    }

    /// <summary>Puts empty lines before a statement that has none.</summary>
    public static T WithBlankLines<T>(T node, SyntaxTriviaList lines)
        where T : SyntaxNode =>
        BlankLines(node).Count > 0 ? node : node.WithLeadingTrivia(lines.AddRange(node.GetLeadingTrivia()));

    /// <summary>
    /// The index behind the last directive and the empty lines that follow: what stands before it stays when something is put before the statement.
    /// </summary>
    public static int InsertionIndex(SyntaxTriviaList trivia)
    {
        var index = 0;
        for (var i = 0; i < trivia.Count; i++)
        {
            if (trivia[i].IsDirective)
                index = i + 1;
        }

        return AfterBlankLines(trivia, index);
    }

    public static int AfterLastBlankLine(SyntaxTriviaList trivia)
    {
        var result = 0;
        var lineStart = 0;
        for (var i = 0; i < trivia.Count; i++)
        {
            if (trivia[i].IsDirective)
            {
                lineStart = result = i + 1;
            }
            else if (trivia[i].IsKind(SyntaxKind.EndOfLineTrivia))
            {
                if (trivia.Skip(lineStart).Take(i - lineStart).All(item => item.IsKind(SyntaxKind.WhitespaceTrivia)))
                    result = i + 1;
                lineStart = i + 1;
            }
        }

        return result;
    }

    /// <summary>The comments around a statement that is going to disappear, each on a line of its own.</summary>
    public static IEnumerable<SyntaxTrivia> CommentLines(SyntaxNode node, SyntaxTriviaList indentation, SyntaxTrivia endOfLine) =>
        node.GetLeadingTrivia().Concat(node.GetTrailingTrivia())
            .Where(IsComment)
            .SelectMany(comment => indentation.Add(comment).Add(endOfLine));

    public static bool IsComment(SyntaxTrivia trivia) =>
        trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia);

    /// <summary>Adds lines of comment in front of a node, below the ones that it has.</summary>
    public static T WithCommentLines<T>(T node, IEnumerable<SyntaxTrivia> lines)
        where T : SyntaxNode
    {
        var indentation = Indentation(node);
        var before = node.GetLeadingTrivia().Take(node.GetLeadingTrivia().Count - indentation.Count);
        return node.WithLeadingTrivia(before.Concat(lines).Concat(indentation));
    }

    /// <summary>Indents the lines before a statement, and its first own line, as another one is.</summary>
    public static T WithIndentationOf<T>(T node, SyntaxNode other)
        where T : SyntaxNode
    {
        var own = Indentation(node).ToFullString();
        var wanted = Indentation(other);
        return own == wanted.ToFullString()
            ? node
            : node.WithLeadingTrivia(node.GetLeadingTrivia().SelectMany(trivia =>
                trivia.IsKind(SyntaxKind.WhitespaceTrivia) && trivia.ToString() == own ? wanted : SyntaxFactory.TriviaList(trivia)));
    }

    private static int AfterBlankLines(SyntaxTriviaList trivia, int start)
    {
        var index = start;
        for (var i = start; i < trivia.Count; i++)
        {
            if (trivia[i].IsKind(SyntaxKind.EndOfLineTrivia))
                index = i + 1;
            else if (!trivia[i].IsKind(SyntaxKind.WhitespaceTrivia))
                break;
        }

        return index;
    }
}
