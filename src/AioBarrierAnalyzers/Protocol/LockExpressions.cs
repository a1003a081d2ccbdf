using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using LocationKind = AioBarrierAnalyzers.Accesses.LocationKind;

namespace AioBarrierAnalyzers.Protocol;

/// <summary>Finds an expression by which code can take the lock that guards a location.</summary>
internal static class LockExpressions
{
    /// <summary>What a lock statement of the same file takes, where it says the same at a place; null where there is none, or it means something else there.</summary>
    public static SyntaxNode? At(SyntaxNode place, MemoryLocation @lock, IEnumerable<LockSite> held, ProtocolContext context)
    {
        if (@lock.Kind != LocationKind.Field || @lock.Symbol is not { } symbol || !context.IsOwn(place))
            return null;

        // By its bare name: the place must be code of the type that has it, and of an object where it belongs to one.
        TypeDeclarationSyntax? type = place.FirstAncestorOrSelf<TypeDeclarationSyntax>();
        bool isInside = symbol.ContainingType.DeclaringSyntaxReferences.Any(
            r => r.SyntaxTree == place.SyntaxTree && type is not null && (symbol.IsStatic ? r.Span.Contains(type.Span) : r.Span == type.Span));
        MemberDeclarationSyntax? member = place.FirstAncestorOrSelf<MemberDeclarationSyntax>();
        if (!isInside || member is null || (!symbol.IsStatic && member.Modifiers.Any(SyntaxKind.StaticKeyword)) || IsHidden(symbol.Name, member))
            return null;
        return held.Select(h => Taken(h, symbol.Name)).FirstOrDefault(e => e?.SyntaxTree == place.SyntaxTree);
    }

    /// <summary>A local or parameter has the name.</summary>
    private static bool IsHidden(string name, MemberDeclarationSyntax member) => member.DescendantNodes().Any(n => n switch
    {
        ParameterSyntax parameter => parameter.Identifier.ValueText == name,
        VariableDeclaratorSyntax local => local.Identifier.ValueText == name,
        SingleVariableDesignationSyntax designation => designation.Identifier.ValueText == name,
        ForEachStatementSyntax loop => loop.Identifier.ValueText == name,
        _ => false,
    });

    /// <summary>What the lock statement around an access takes, or the one around a call that leads to it.</summary>
    private static ExpressionSyntax? Taken(LockSite site, string name)
    {
        for (Frame? at = site.Access.Event.Frame; at is not null; at = at.Caller)
        {
            ExpressionSyntax? taken = site.Access.Event.SiteIn(at).Ancestors().OfType<LockStatementSyntax>().Select(l => l.Expression).FirstOrDefault(e => Names(e, name));
            if (taken is not null)
                return taken;
        }

        return null;
    }

    private static bool Names(ExpressionSyntax expression, string name) => expression is IdentifierNameSyntax bare && bare.Identifier.ValueText == name ||
        expression is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } own && own.Name.Identifier.ValueText == name;
}
