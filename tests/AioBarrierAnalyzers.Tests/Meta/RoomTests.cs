using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace AioBarrierAnalyzers.Tests.Meta;

/// <summary>The rooms of a layer, which are its folders, build on each other without a circle; see docs/architecture.md.</summary>
public sealed class RoomTests
{
    /// <summary>Every use of one room by another of the same layer, with a place that shows it.</summary>
    private static readonly Lazy<SortedDictionary<string, SortedDictionary<string, string>>> Uses = new(Find);

    [Fact]
    public void Rooms_do_not_use_each_other_in_a_circle()
    {
        var left = new SortedSet<string>(Uses.Value.Keys, StringComparer.Ordinal);
        while (left.FirstOrDefault(room => !Uses.Value[room].Keys.Any(left.Contains)) is { } free)
            left.Remove(free);

        Assert.True(left.Count == 0, string.Join('\n',
            from room in left
            from use in Uses.Value[room]
            where left.Contains(use.Key)
            select $"{room} uses {use.Key}: {use.Value}"));
    }

    [Fact]
    public void Every_room_is_described()
    {
        string page = RepositoryFiles.Read("docs/architecture.md");

        Assert.All(
            Uses.Value.Keys.Where(static room => room.Contains('/', StringComparison.Ordinal)),
            room => Assert.Contains($"`{room}`", page, StringComparison.Ordinal));
    }

    private static SortedDictionary<string, SortedDictionary<string, string>> Find()
    {
        var uses = new SortedDictionary<string, SortedDictionary<string, string>>(StringComparer.Ordinal);
        foreach (SyntaxTree tree in OwnSources.Trees.Where(static tree => Layers.Of(tree) is not null))
        {
            string[] folders = OwnSources.Folders(tree);
            string room = RoomOf(string.Join('.', folders));
            if (!uses.TryGetValue(room, out var used)) uses.Add(room, used = new SortedDictionary<string, string>(StringComparer.Ordinal));

            SemanticModel model = OwnSources.Compilation.GetSemanticModel(tree);
            foreach (SimpleNameSyntax name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
            {
                if (model.GetSymbolInfo(name).Symbol is not { } symbol || symbol is INamespaceSymbol || symbol.ContainingNamespace is not { } space) continue;

                string other = RoomOf(space.ToDisplayString());
                if (other != room && LayerOf(other) == LayerOf(room))
                    used.TryAdd(other, $"{tree.FilePath}({name.GetLocation().GetLineSpan().StartLinePosition.Line + 1}): {name}");
            }
        }

        return uses;
    }

    /// <summary>A name such as <c>Protocol/Messages</c>, or that of the layer for what stands in its own folder.</summary>
    private static string RoomOf(string @namespace) => @namespace.Replace("AioBarrierAnalyzers.", "", StringComparison.Ordinal).Replace('.', '/');

    private static string LayerOf(string room) => room.Split('/')[0];
}
