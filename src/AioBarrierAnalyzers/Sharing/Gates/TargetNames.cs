using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.Sharing.Gates;

/// <summary>The names of what an atomic or volatile operation is given by reference: the field itself, not the objects on the way to it.</summary>
internal static class TargetNames
{
    public static IEnumerable<string> Of(ExpressionSyntax target) => target switch
    {
        IdentifierNameSyntax name => new[] { name.Identifier.ValueText },
        MemberAccessExpressionSyntax { Expression: var owner } access => Holders(owner).Prepend(access.Name.Identifier.ValueText),
        _ => target.ChildNodes().SelectMany(Within),
    };

    /// <summary>An array, a pointer or a reference made by hand holds what it leads to.</summary>
    private static IEnumerable<string> Holders(ExpressionSyntax owner) =>
        owner is IdentifierNameSyntax or ThisExpressionSyntax ? Enumerable.Empty<string>() : Of(owner);

    private static IEnumerable<string> Within(SyntaxNode node) =>
        node is ExpressionSyntax part ? Of(part) : node.ChildNodes().SelectMany(Within);
}
