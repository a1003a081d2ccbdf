using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.Sharing.Gates;

/// <summary>The names in one file that the member filter goes by. Those that take a look at all its words are found when they are asked for.</summary>
internal sealed class FileNames
{
    private readonly SyntaxTree _tree;
    private readonly DeclaredNames _declared;
    private readonly Lazy<HotNames> _hot;
    private readonly Lazy<List<(SyntaxNode Type, string Name)>> _views;

    public FileNames(SyntaxTree tree, CancellationToken cancellation)
    {
        _tree = tree;
        _declared = new DeclaredNames(tree.GetRoot(cancellation));
        _hot = new Lazy<HotNames>(() => new HotNames(_tree, _declared, CancellationToken.None));
        _views = new Lazy<List<(SyntaxNode, string)>>(FindViews);
    }

    /// <inheritdoc cref="HotNames.Names"/>
    public HashSet<string> Hot => _hot.Value.Names;

    /// <inheritdoc cref="HotNames.Changed"/>
    public HashSet<string> Changed => _hot.Value.Changed;

    /// <inheritdoc cref="HotNames.StartsThreads"/>
    public bool StartsThreads => _hot.Value.StartsThreads;

    /// <inheritdoc cref="HotNames.LoopsByItself"/>
    public bool LoopsByItself => _hot.Value.LoopsByItself;

    /// <summary>Properties that show a hot name, declared by the other types of the file than one: who asks them asks for what they show.</summary>
    public IEnumerable<string> ViewsBeside(SyntaxNode type) => _views.Value.Where(v => v.Type != type).Select(static v => v.Name);

    /// <summary>Fields and properties that the file declares.</summary>
    public HashSet<string> Fields => _declared.Fields;

    /// <summary>Fields, properties and methods that the file declares: a helper that uses none of them can touch only what it is given.</summary>
    public HashSet<string> Declared => _declared.All;

    private List<(SyntaxNode Type, string Name)> FindViews()
    {
        var views = new List<(SyntaxNode, string)>();
        List<TypeDeclarationSyntax> types = DeclaredTypes.OutermostIn(_tree.GetRoot()).ToList();
        foreach (TypeDeclarationSyntax type in types.Count > 1 && Hot.Count > 0 ? types : new List<TypeDeclarationSyntax>())
        {
            foreach (PropertyDeclarationSyntax property in type.Members.OfType<PropertyDeclarationSyntax>())
            {
                if (property.DescendantTokens().Any(t => t.IsKind(SyntaxKind.IdentifierToken) && Hot.Contains(t.ValueText)))
                    views.Add((type, property.Identifier.ValueText));
            }
        }

        return views;
    }
}
