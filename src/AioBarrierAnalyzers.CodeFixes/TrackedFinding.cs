using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using AioBarrierAnalyzers.CodeFixes.Fixes;
using AioBarrierAnalyzers.CodeFixes.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.CodeFixes;

/// <summary>A finding whose accesses carry marks, so that they are found again after other edits.</summary>
internal sealed class TrackedFinding
{
    private readonly Diagnostic _diagnostic;
    private readonly SyntaxAnnotation _primary;
    private readonly SyntaxAnnotation _anchor;
    private readonly SyntaxAnnotation _first;
    private readonly SyntaxAnnotation _last;

    public TrackedFinding(int number, DocumentId documentId, Diagnostic diagnostic, IReadOnlyList<BarrierFix> fixes)
    {
        DocumentId = documentId;
        Fixes = fixes;
        _diagnostic = diagnostic;
        _primary = new SyntaxAnnotation("primary", number.ToString(CultureInfo.InvariantCulture));
        _anchor = new SyntaxAnnotation("anchor", number.ToString(CultureInfo.InvariantCulture));
        _first = new SyntaxAnnotation("first", number.ToString(CultureInfo.InvariantCulture));
        _last = new SyntaxAnnotation("last", number.ToString(CultureInfo.InvariantCulture));
    }

    public DocumentId DocumentId { get; }

    /// <summary>The edits to try, the first possible one counts.</summary>
    public IReadOnlyList<BarrierFix> Fixes { get; }

    /// <summary>Puts the marks of all findings of a document into it.</summary>
    public static async Task<Solution> MarkAsync(
        Solution solution, DocumentId documentId, IEnumerable<TrackedFinding> findings, CancellationToken cancellationToken)
    {
        var root = await solution.GetDocument(documentId)!.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        if (root is null)
            return solution;

        var marks = findings.SelectMany(finding => finding.Marks(root)).ToLookup(mark => mark.Node, mark => mark.Annotation);
        return solution.WithDocumentSyntaxRoot(
            documentId,
            root.ReplaceNodes(marks.Select(mark => mark.Key), (node, current) => current.WithAdditionalAnnotations(marks[node])));
    }

    /// <summary>Where the accesses stand now, or null where an edit has replaced them.</summary>
    public async Task<FixSite?> FindAsync(Solution solution, CancellationToken cancellationToken)
    {
        var document = solution.GetDocument(DocumentId)!;
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || model is null || Marked(root, _primary) is not { } primary)
            return null;

        var anchor = Marked(root, _anchor);
        if (anchor is null && FixSite.AnchorSpan(_diagnostic, _diagnostic.Location.SourceTree!) is not null)
            return null;

        var first = root.GetAnnotatedNodes(_first).FirstOrDefault();
        var last = root.GetAnnotatedNodes(_last).FirstOrDefault();
        return (first is null || last is null) && FixSite.StepSpans(_diagnostic, _diagnostic.Location.SourceTree!) is not null
            ? null
            : new FixSite(document, model, root, primary, anchor) { First = first, Last = last };
    }

    private static ExpressionSyntax? Marked(SyntaxNode root, SyntaxAnnotation mark) =>
        root.GetAnnotatedNodes(mark).OfType<ExpressionSyntax>().FirstOrDefault();

    private IEnumerable<(SyntaxNode Node, SyntaxAnnotation Annotation)> Marks(SyntaxNode root)
    {
        if (FixSite.ExpressionAt(root, _diagnostic.Location.SourceSpan) is { } primary)
            yield return (primary, _primary);
        if (FixSite.AnchorSpan(_diagnostic, root.SyntaxTree) is { } span && FixSite.ExpressionAt(root, span) is { } anchor)
            yield return (anchor, _anchor);
        if (FixSite.StepSpans(_diagnostic, root.SyntaxTree) is not var (first, last) || !root.FullSpan.Contains(first) || !root.FullSpan.Contains(last))
            yield break;
        yield return (root.FindNode(first), _first);
        yield return (root.FindNode(last), _last);
    }
}
