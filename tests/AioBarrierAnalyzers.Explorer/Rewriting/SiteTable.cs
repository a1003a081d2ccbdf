using System.Collections.Generic;
using System.IO;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Explorer.Rewriting;

/// <summary>The places of a program, by number.</summary>
internal sealed class SiteTable
{
    private const int MaxTextLength = 60;

    private readonly List<Site> _sites = [];

    public IReadOnlyList<Site> Sites => _sites;

    public int Add(SyntaxNode node, string? field)
    {
        _sites.Add(new Site(Path.GetFileName(node.SyntaxTree.FilePath), LineOf(node), TextOf(node), field));
        return _sites.Count - 1;
    }

    /// <summary>Gives a place a text of its own, where the source has none that tells enough.</summary>
    public void Rename(int site, string text) => _sites[site] = _sites[site] with { Text = text };

    public static UnsupportedConstructException Refuse(string construct, SyntaxNode node) =>
        new(construct, Path.GetFileName(node.SyntaxTree.FilePath), LineOf(node), TextOf(node));

    private static int LineOf(SyntaxNode node) => node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;

    private static string TextOf(SyntaxNode node)
    {
        var text = Regex.Replace(node.ToString(), @"\s+", " ");
        return text.Length <= MaxTextLength ? text : text[..MaxTextLength] + "...";
    }
}
