using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace AioBarrierAnalyzers.Tests.Meta;

/// <summary>An inner layer never uses an outer one; see docs/architecture.md.</summary>
public sealed class LayerTests
{
    private static IEnumerable<SyntaxTree> Layered => OwnSources.Trees.Where(static tree => Layers.Of(tree) is not null);

    [Fact]
    public void Every_folder_is_a_known_layer() => Assert.All(Layered, static tree => Assert.True(Layers.IsKnown(Layers.Of(tree)!), tree.FilePath));

    [Fact]
    public void Every_layer_has_code_and_is_described()
    {
        var page = RepositoryFiles.Read("docs/architecture.md");

        Assert.All(Layers.All, layer =>
        {
            Assert.Contains(Layered, tree => Layers.Of(tree) == layer);
            Assert.Contains(layer == Layers.CodeFixes ? "`src/AioBarrierAnalyzers.CodeFixes`" : $"`{layer}`", page, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Namespaces_follow_folders()
    {
        Assert.Empty(Layered
            .Where(static tree => Declared(tree) != string.Join('.', OwnSources.Folders(tree)))
            .Select(static tree => $"{tree.FilePath}: {Declared(tree)}"));

        static string? Declared(SyntaxTree tree) => tree.GetRoot().DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault()?.Name.ToString();
    }

    [Fact]
    public void No_using_directive_names_an_outer_layer() =>
        Assert.Empty(
            from tree in Layered
            from directive in tree.GetRoot().DescendantNodes().OfType<UsingDirectiveSyntax>()
            where Layers.Of(directive.Name!.ToString()) is { } used && !Layers.MayUse(Layers.Of(tree)!, used)
            select $"{tree.FilePath}: {directive}");

    [Fact]
    public void No_name_is_one_of_an_outer_layer()
    {
        var wrong = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var tree in Layered)
        {
            var model = OwnSources.Compilation.GetSemanticModel(tree);
            foreach (var name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
            {
                if (model.GetSymbolInfo(name).Symbol is not { } symbol || Layer(symbol) is not { } used || Layers.MayUse(Layers.Of(tree)!, used)) continue;

                wrong.Add($"{tree.FilePath}({name.GetLocation().GetLineSpan().StartLinePosition.Line + 1}): {name} is in {used}");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void Pure_layers_know_nothing_of_the_compiler() =>
        Assert.Empty(
            from tree in Layered
            where Layers.Pure.Contains(Layers.Of(tree)!)
            from name in tree.GetRoot().DescendantNodes().OfType<NameSyntax>()
            where name.ToString().StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)
            select $"{tree.FilePath}: {name}");

    [Fact]
    public void A_file_holds_the_one_type_it_is_named_after() =>
        Assert.Empty(
            from tree in OwnSources.Trees
            let types = tree.GetRoot().DescendantNodes(static node => node is not (BaseTypeDeclarationSyntax or DelegateDeclarationSyntax))
                .Select(static node => node switch
                {
                    BaseTypeDeclarationSyntax type => type.Identifier.Text,
                    DelegateDeclarationSyntax type => type.Identifier.Text,
                    _ => null,
                })
                .Where(static type => type is not null)
            where !types.SequenceEqual([System.IO.Path.GetFileNameWithoutExtension(tree.FilePath)])
            select $"{tree.FilePath}: {string.Join(", ", types)}");

    [Fact]
    public void Sources_are_bound_without_errors() =>
        Assert.Empty(OwnSources.Compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));

    private static string? Layer(ISymbol symbol) =>
        symbol is INamespaceSymbol || symbol.ContainingNamespace is not { IsGlobalNamespace: false } space ||
        !symbol.Locations.Any(static place => place.IsInSource)
            ? null
            : Layers.Of(space.ToDisplayString());
}
