using System.Linq;
using System.Threading;
using AioBarrierAnalyzers.CodeFixes.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.CodeFixes.Naming;

/// <summary>Names a local for what a field, property or event holds.</summary>
internal static class LocalName
{
    /// <summary>The name of the location without its prefix, where the function has no such name yet; null where no good name is free.</summary>
    public static string? For(FixSite site, ExpressionSyntax location, CancellationToken cancellationToken)
    {
        var symbol = site.Model.GetSymbolInfo(location, cancellationToken).Symbol;
        if (symbol is not (IFieldSymbol or IPropertySymbol { IsIndexer: false } or IEventSymbol))
            return null;

        var name = symbol.Name.TrimStart('_');
        if (name.Length > 2 && name[1] == '_')
            name = name.Substring(2);
        if (name.Length == 0)
            return null;

        name = char.ToLowerInvariant(name[0]) + name.Substring(1);
        var isTaken = SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None
            || (Enclosing.Function(location) ?? site.Root).DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name)
            || site.Model.LookupSymbols(location.SpanStart, name: name).Length > 0;
        return isTaken ? null : name;
    }
}
