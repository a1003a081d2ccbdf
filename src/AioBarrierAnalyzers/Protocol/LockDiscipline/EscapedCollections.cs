using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Sharing;
using AioBarrierAnalyzers.Sharing.Gates;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using LocationKind = AioBarrierAnalyzers.Accesses.LocationKind;

namespace AioBarrierAnalyzers.Protocol.LockDiscipline;

/// <summary>
/// Finds members for everybody that return a collection itself, or what is read from it only while the caller goes through it, although a lock guards it; and
/// members of any kind that go through such a view behind the critical section in which they made it.
/// </summary>
internal static class EscapedCollections
{
    /// <summary>What is let out of the lock; and where the member goes through it itself, if it does not return it.</summary>
    public static IEnumerable<(SyntaxNode View, SyntaxNode? Use)> Of(Discipline discipline, ProtocolContext context)
    {
        if (discipline.Location is not { Kind: LocationKind.Content, Owner: { } holder } || discipline.Open.Any(s => s.Changes) ||
            discipline.Lock.Equals(holder))
        {
            yield break;
        }

        foreach (Member member in context.World.Own)
        {
            foreach (SyntaxNode view in IsTakenAway(holder, member) ? Enumerable.Empty<SyntaxNode>() : ViewsMadeBy(member, discipline))
            {
                if (context.IsOwn(view) && KeptViews.UseBehindLock(view) is { } use)
                    yield return (view, use);
            }

            if (!IsForEverybody(member.Method) || member.Kind != MemberKind.Ordinary)
                continue;
            IEnumerable<SyntaxNode> results = member.Graph.Results.Any(r => Leads(r, holder))
                ? Results(member.Method, holder.Symbol?.Name)
                : ViewsReturnedBy(member, discipline);
            foreach (SyntaxNode result in results)
            {
                if (context.IsOwn(result))
                    yield return (result, null);
            }
        }
    }

    /// <summary>The member puts another collection in its place, or none: what it goes through is its own by then.</summary>
    private static bool IsTakenAway(MemoryLocation holder, Member member) =>
        member.Accesses.Any(a => a.Event.Kind == EventKind.Store && a.Location.MayAlias(holder));

    private static bool IsForEverybody(IMethodSymbol method) => method.MethodKind != MethodKind.AnonymousFunction &&
        (method.DeclaredAccessibility == Accessibility.Public || !method.ExplicitInterfaceImplementations.IsEmpty);

    /// <summary>Made under the lock, as it should be, and read behind it; but for collections whose users hold a lock that they are given for it.</summary>
    private static IEnumerable<SyntaxNode> ViewsReturnedBy(Member member, Discipline discipline) =>
        LibraryTypes.WithSyncRoot.IsImplementedBy(member.Method.ContainingType)
            ? Enumerable.Empty<SyntaxNode>()
            : ViewsMadeBy(member, discipline).Where(ReturnedViews.IsReturned);

    private static IEnumerable<SyntaxNode> ViewsMadeBy(Member member, Discipline discipline) => member.Accesses
        .Where(a => a.Event is { Kind: EventKind.Load } look && look.Location!.Equals(discipline.Location) && look.Locks.Find(discipline.Lock) is not null &&
            LiveViews.IsMadeBy(look.Operation) && (look.Frame.Depth == 0 || IsLetGoOf(look, discipline.Lock, member)))
        .Select(a => a.Event.Operation.Syntax).Distinct();

    /// <summary>The helper that has made it takes the lock itself, and gives it back before it returns.</summary>
    private static bool IsLetGoOf(MemoryEvent look, MemoryLocation @lock, Member member) =>
        member.Graph.Events.Any(
            e => e.Kind == EventKind.LockEnter && e.Frame == look.Frame && member.Search.Reaches(e.Node, look.Node) && e.Locks.Find(@lock) is null) &&
        member.Graph.Events.Any(e => e.Kind == EventKind.LockExit && e.Frame == look.Frame && member.Search.Reaches(look.Node, e.Node));

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
