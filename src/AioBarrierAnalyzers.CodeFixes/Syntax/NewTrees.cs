using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Formatting;

namespace AioBarrierAnalyzers.CodeFixes.Syntax;

/// <summary>Hands a changed tree over to a solution.</summary>
internal static class NewTrees
{
    /// <summary>
    /// Built nodes ask for formatting, and that takes their neighbours along, in a style that may not be the file's. Only what is marked for it is formatted.
    /// </summary>
    public static Solution Put(Solution solution, DocumentId documentId, SyntaxNode root)
    {
        var elastic = root.GetAnnotatedTrivia(SyntaxAnnotation.ElasticAnnotation)
            .Where(trivia => trivia.Token.Parent?.AncestorsAndSelf().Any(node => node.HasAnnotation(Formatter.Annotation)) != true);
        return solution.WithDocumentSyntaxRoot(documentId, root.ReplaceTrivia(elastic, (_, _) => default));
    }
}
