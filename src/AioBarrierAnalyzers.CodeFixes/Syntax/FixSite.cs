using System.Threading;
using System.Threading.Tasks;
using AioBarrierAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AioBarrierAnalyzers.CodeFixes.Syntax;

/// <summary>Where a finding stands: the two accesses, in a document as it is now.</summary>
internal sealed class FixSite
{
    public FixSite(Document document, SemanticModel model, SyntaxNode root, ExpressionSyntax primary, ExpressionSyntax? anchor)
    {
        Document = document;
        Model = model;
        Root = root;
        Primary = primary;
        Anchor = anchor;
    }

    public Document Document { get; }

    public SemanticModel Model { get; }

    public SyntaxNode Root { get; }

    public ExpressionSyntax Primary { get; }

    public ExpressionSyntax? Anchor { get; }

    /// <summary>The first statement of the step that the edit is about, where the diagnostic names one; an expression where that is all of a body.</summary>
    public SyntaxNode? First { get; init; }

    /// <summary>The last statement of the step.</summary>
    public SyntaxNode? Last { get; init; }

    /// <summary>The site of a diagnostic, or null where its accesses are not expressions of the document.</summary>
    public static async Task<FixSite?> CreateAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || model is null || ExpressionAt(root, diagnostic.Location.SourceSpan) is not { } primary)
            return null;

        ExpressionSyntax? anchor = null;
        if (AnchorSpan(diagnostic, root.SyntaxTree) is { } span && (anchor = ExpressionAt(root, span)) is null)
            return null;

        if (StepSpans(diagnostic, root.SyntaxTree) is not var (first, last))
            return new FixSite(document, model, root, primary, anchor);
        return root.FullSpan.Contains(first) && root.FullSpan.Contains(last)
            ? new FixSite(document, model, root, primary, anchor) { First = root.FindNode(first), Last = root.FindNode(last) }
            : null;
    }

    /// <summary>The span of the anchor, where the diagnostic has one.</summary>
    public static TextSpan? AnchorSpan(Diagnostic diagnostic, SyntaxTree tree)
    {
        if (!diagnostic.Properties.TryGetValue(FindingProperties.Anchor, out var flag) || flag != "true" || diagnostic.AdditionalLocations.Count == 0)
            return null;

        var location = diagnostic.AdditionalLocations[0];
        return location.IsInSource && location.SourceTree?.FilePath == tree.FilePath ? location.SourceSpan : null;
    }

    /// <summary>The spans of the first and the last statement of the step, where the diagnostic has one.</summary>
    public static (TextSpan First, TextSpan Last)? StepSpans(Diagnostic diagnostic, SyntaxTree tree) =>
        diagnostic.Properties.TryGetValue(FindingProperties.Step, out var flag) && flag == "true" && AnchorSpan(diagnostic, tree) is not null &&
        diagnostic.AdditionalLocations.Count > 2
            ? (diagnostic.AdditionalLocations[1].SourceSpan, diagnostic.AdditionalLocations[2].SourceSpan)
            : null;

    /// <summary>The expression that has a span, or the innermost one around it.</summary>
    public static ExpressionSyntax? ExpressionAt(SyntaxNode root, TextSpan span)
    {
        if (!root.FullSpan.Contains(span))
            return null;

        var node = root.FindNode(span, getInnermostNodeForTie: true);
        if (node is ExpressionStatementSyntax statement)
            return statement.Expression;

        var expression = node.FirstAncestorOrSelf<ExpressionSyntax>();
        while (expression?.Parent is ExpressionSyntax parent && parent.Span == expression.Span)
            expression = parent;
        return expression is null ? null : Expressions.WithoutParentheses(expression);
    }
}
