using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;

namespace AioBarrierAnalyzers.CodeFixes.Symbols;

/// <summary>Every place in a solution that names a field.</summary>
internal static class FieldReferences
{
    /// <summary>The names, or null where one stands in a file that cannot be edited or understood.</summary>
    public static async Task<IReadOnlyList<FieldReference>?> FindAsync(IFieldSymbol field, Solution solution, CancellationToken cancellationToken)
    {
        var references = new List<FieldReference>();
        foreach (var symbol in await SymbolFinder.FindReferencesAsync(field.OriginalDefinition, solution, cancellationToken).ConfigureAwait(false))
        {
            foreach (var location in symbol.Locations)
            {
                var root = await location.Document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
                if (root is null || location.Document is SourceGeneratedDocument || location.Document.Project.Language != LanguageNames.CSharp)
                    return null;

                var node = root.FindNode(location.Location.SourceSpan, findInsideTrivia: true, getInnermostNodeForTie: true);
                if (node.FirstAncestorOrSelf<CrefSyntax>() is not null)
                    continue;
                if (node is not SimpleNameSyntax name)
                    return null;

                references.Add(new FieldReference(location.Document, name));
            }
        }

        return references;
    }

    /// <summary>The declaration, where it declares this field alone and stands in a file that can be edited.</summary>
    public static (Document Document, FieldDeclarationSyntax Declaration)? Declaration(
        IFieldSymbol field, Solution solution, CancellationToken cancellationToken)
    {
        if (field.DeclaringSyntaxReferences.Length != 1)
            return null;

        var syntax = field.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken);
        return syntax.Parent is VariableDeclarationSyntax { Variables.Count: 1, Parent: FieldDeclarationSyntax declaration }
            && solution.GetDocument(syntax.SyntaxTree) is { } document and not SourceGeneratedDocument
                ? (document, declaration)
                : null;
    }

    /// <summary>Code outside the solution may name the field.</summary>
    public static bool IsVisibleOutside(ISymbol symbol)
    {
        for (var current = symbol; current is not null and not INamespaceSymbol; current = current.ContainingSymbol)
        {
            if (current.DeclaredAccessibility is Accessibility.Private or Accessibility.Internal or Accessibility.ProtectedAndInternal)
                return false;
        }

        return true;
    }
}
