using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.LockDiscipline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using LocationKind = AioBarrierAnalyzers.Accesses.LocationKind;

namespace AioBarrierAnalyzers.Protocol.Sections;

/// <summary>Finds an expression by which code can take a lock.</summary>
internal static class LockExpressions
{
    /// <summary>
    /// What a lock statement around one of the sites takes, where it says the same at a place of the same file; null where there is none, or it means something
    /// else there.
    /// </summary>
    public static SyntaxNode? At(SyntaxNode place, MemoryLocation @lock, IEnumerable<LockSite> sites, ProtocolContext context)
    {
        MemberDeclarationSyntax? member = place.FirstAncestorOrSelf<MemberDeclarationSyntax>();
        if (@lock.Kind != LocationKind.Field || @lock.Symbol is not { } symbol || member is null || !context.IsOwn(place))
            return null;
        return sites.Where(s => s.Holds(@lock)).SelectMany(Taken).FirstOrDefault(
            e => e.SyntaxTree == place.SyntaxTree && (IsBareName(e, symbol) ? MeansTheSame(symbol, place, member) : IsOfParameter(e, symbol, member)));
    }

    /// <summary>What the lock statements around an access take, and those around the calls that lead to it.</summary>
    private static IEnumerable<ExpressionSyntax> Taken(LockSite site)
    {
        for (Frame? at = site.Access.Event.Frame; at is not null; at = at.Caller)
        {
            foreach (LockStatementSyntax section in site.Access.Event.SiteIn(at).Ancestors().OfType<LockStatementSyntax>())
                yield return section.Expression;
        }
    }

    private static bool IsBareName(ExpressionSyntax expression, ISymbol symbol) =>
        expression is IdentifierNameSyntax bare && bare.Identifier.ValueText == symbol.Name ||
        expression is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } own && own.Name.Identifier.ValueText == symbol.Name;

    /// <summary>By its bare name: the place must be code of the type that has it, and of an object where it belongs to one.</summary>
    private static bool MeansTheSame(ISymbol symbol, SyntaxNode place, MemberDeclarationSyntax member)
    {
        TypeDeclarationSyntax? type = place.FirstAncestorOrSelf<TypeDeclarationSyntax>();
        bool isInside = symbol.ContainingType.DeclaringSyntaxReferences.Any(
            r => r.SyntaxTree == place.SyntaxTree && type is not null && (symbol.IsStatic ? r.Span.Contains(type.Span) : r.Span == type.Span));
        return isInside && (symbol.IsStatic || !member.Modifiers.Any(SyntaxKind.StaticKeyword)) && !IsHidden(symbol.Name, member);
    }

    /// <summary>The lock of an object that the member has as a parameter, and keeps.</summary>
    private static bool IsOfParameter(ExpressionSyntax expression, ISymbol symbol, MemberDeclarationSyntax member) =>
        expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax root } access && access.Name.Identifier.ValueText == symbol.Name &&
        symbol is IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null } &&
        expression.FirstAncestorOrSelf<MemberDeclarationSyntax>() == member &&
        member is BaseMethodDeclarationSyntax method &&
        method.ParameterList.Parameters.Any(p => p.Identifier.ValueText == root.Identifier.ValueText && p.Modifiers.Count == 0) &&
        !member.DescendantNodes()
            .Any(n => n is AssignmentExpressionSyntax { Left: IdentifierNameSyntax target } && target.Identifier.ValueText == root.Identifier.ValueText ||
            n is ArgumentSyntax { RefKindKeyword.RawKind: not 0, Expression: IdentifierNameSyntax given } &&
            given.Identifier.ValueText == root.Identifier.ValueText);

    /// <summary>A local or parameter has the name.</summary>
    private static bool IsHidden(string name, MemberDeclarationSyntax member) => member.DescendantNodes().Any(n => n switch
    {
        ParameterSyntax parameter => parameter.Identifier.ValueText == name,
        VariableDeclaratorSyntax local => local.Identifier.ValueText == name,
        SingleVariableDesignationSyntax designation => designation.Identifier.ValueText == name,
        ForEachStatementSyntax loop => loop.Identifier.ValueText == name,
        _ => false,
    });
}
