using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using LocationKind = AioBarrierAnalyzers.Accesses.LocationKind;

namespace AioBarrierAnalyzers.Protocol.LockDiscipline;

/// <summary>Finds members for everybody that return a collection itself, although a lock guards it.</summary>
internal static class EscapedCollections
{
    public static IEnumerable<SyntaxNode> Of(Discipline discipline, ProtocolContext context)
    {
        if (discipline.Location is not { Kind: LocationKind.Content, Owner: { } holder } || discipline.Open.Any(s => s.Changes) ||
            discipline.Lock.Equals(holder))
        {
            yield break;
        }

        foreach (Member member in context.World.Own)
        {
            if (member.Method.DeclaredAccessibility != Accessibility.Public || member.Kind != MemberKind.Ordinary ||
                member.Method.MethodKind == MethodKind.AnonymousFunction ||
                !member.Graph.Results.Any(r => Leads(r, holder)))
            {
                continue;
            }

            foreach (SyntaxNode result in Results(member.Method, holder.Symbol?.Name))
            {
                if (context.IsOwn(result))
                    yield return result;
            }
        }
    }

    private static bool Leads(Value result, MemoryLocation holder) => result switch
    {
        Value.Held held => held.Path.Location.MayAlias(holder),
        Value.Loaded { IsExact: true } loaded => loaded.Event.Location?.MayAlias(holder) == true,
        _ => false,
    };

    /// <summary>A load of a readonly field has no event, so that the place is looked for where the member returns.</summary>
    private static IEnumerable<SyntaxNode> Results(IMethodSymbol method, string? name) =>
        method.DeclaringSyntaxReferences.SelectMany(r => r.GetSyntax().DescendantNodesAndSelf())
        .Select(n => n switch
        {
            ReturnStatementSyntax { Expression: { } expression } => expression,
            ArrowExpressionClauseSyntax arrow => arrow.Expression,
            _ => null,
        })
        .Where(e => (e as IdentifierNameSyntax ?? (e as MemberAccessExpressionSyntax)?.Name as IdentifierNameSyntax)?.Identifier.ValueText == name)
        .Select(e => (SyntaxNode)e!);
}
