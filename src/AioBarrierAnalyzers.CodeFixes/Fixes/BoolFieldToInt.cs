using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using AioBarrierAnalyzers.CodeFixes.Symbols;
using AioBarrierAnalyzers.CodeFixes.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.CodeFixes.Fixes;

/// <summary>Makes a bool field an int, and rewrites every use of it in the solution: frameworks before .NET 9 exchange no bool.</summary>
internal static class BoolFieldToInt
{
    /// <summary>The changed solution, or null where a use cannot be rewritten.</summary>
    public static async Task<Solution?> ConvertAsync(Solution solution, DocumentId documentId, SyntaxAnnotation mark, CancellationToken cancellationToken)
    {
        var document = solution.GetDocument(documentId)!;
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root?.GetAnnotatedNodes(mark).FirstOrDefault() is not { } name
            || model?.GetSymbolInfo(name, cancellationToken).Symbol is not IFieldSymbol { Type.SpecialType: SpecialType.System_Boolean } symbol
            || !MayChangeType(symbol.OriginalDefinition)
            || FieldReferences.Declaration(symbol.OriginalDefinition, solution, cancellationToken) is not { } found
            || await FieldReferences.FindAsync(symbol, solution, cancellationToken).ConfigureAwait(false) is not { } references)
        {
            return null;
        }

        var edits = new Dictionary<DocumentId, Dictionary<SyntaxNode, Func<SyntaxNode, SyntaxNode>>>();
        foreach (var reference in references.Where(reference => !reference.Name.HasAnnotation(mark) && !IsInNameof(reference.Name)))
        {
            var referenceModel = await reference.Document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
            if (BoolFieldUse.Rewrite(reference, referenceModel!, cancellationToken) is not var (node, rewrite))
                return null;

            EditsOf(reference.Document)[node] = rewrite;
        }

        var declaration = found.Declaration.Declaration;
        EditsOf(found.Document)[declaration.Type] = type => SyntaxFactory.PredefinedType(SyntaxFactory.Token(SyntaxKind.IntKeyword)).WithTriviaFrom(type);
        if (declaration.Variables[0].Initializer is { } initializer)
            EditsOf(found.Document)[initializer] = node => ((EqualsValueClauseSyntax)node).WithValue(BoolField.FromBool(((EqualsValueClauseSyntax)node).Value));

        foreach (var pair in edits)
        {
            var before = await solution.GetDocument(pair.Key)!.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
            solution = NewTrees.Put(solution, pair.Key, before!.ReplaceNodes(pair.Value.Keys, (original, current) => pair.Value[original](current)));
        }

        return solution;

        Dictionary<SyntaxNode, Func<SyntaxNode, SyntaxNode>> EditsOf(Document edited)
        {
            if (!edits.TryGetValue(edited.Id, out var found))
                edits.Add(edited.Id, found = new Dictionary<SyntaxNode, Func<SyntaxNode, SyntaxNode>>());
            return found;
        }
    }

    /// <summary>No code outside the solution, no attribute and no memory layout depends on the type.</summary>
    private static bool MayChangeType(IFieldSymbol field) =>
        !FieldReferences.IsVisibleOutside(field)
        && field.GetAttributes().IsEmpty
        && !field.ContainingType.IsUnmanagedType
        && field.AssociatedSymbol is null;

    private static bool IsInNameof(SyntaxNode node) =>
        node.Ancestors().OfType<InvocationExpressionSyntax>().Any(call =>
            call.Expression is IdentifierNameSyntax { Identifier.ValueText: "nameof" } && call.ArgumentList.Span.Contains(node.Span));
}
