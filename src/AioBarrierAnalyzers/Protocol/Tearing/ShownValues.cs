using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Sharing;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Protocol.Tearing;

/// <summary>
/// Finds values wider than a word in properties without code, which others ask for without any lock, while a timer or a loop of its own stores them again and
/// again. Who asks need not be in the source. A value that is stored once may be waited for.
/// </summary>
internal static class ShownValues
{
    public static IEnumerable<(MemberEvent Store, IPropertySymbol Property)> Find(ProtocolContext context)
    {
        foreach (Member member in context.World.Own.Where(m => !m.IsConstruction))
        {
            foreach (MemberEvent store in member.Accesses)
            {
                if (store.Event is { Kind: EventKind.Store, Path: { Symbol: IPropertySymbol property } path } &&
                    path.Base is null or Value.Given { Symbol: INamedTypeSymbol } && WideValues.ExceedsWord(property.Type) && IsForOthers(property) &&
                    IsStoredAgain(store, context) && !HandsOver(member))
                {
                    yield return (store, property);
                }
            }
        }
    }

    private static bool IsForOthers(IPropertySymbol property) => property.ContainingType.DeclaredAccessibility != Accessibility.Private &&
        property.GetMethod is { DeclaredAccessibility: Accessibility.Public or Accessibility.Internal };

    private static bool IsStoredAgain(MemberEvent store, ProtocolContext context) => DetachedLoops.Store(store) ||
        (store.Member.Kind == MemberKind.Started && (store.Member.Search.Reaches(store.Event.Node, store.Event.Node) || IsOfTimer(store.Member, context)));

    private static bool IsOfTimer(Member member, ProtocolContext context) => context.World.Members.SelectMany(static m => m.Graph.Events).Any(
        e => e is { Kind: EventKind.Start, Operation: IObjectCreationOperation made } && LibraryTypes.Timer.Contains(made.Type) && member.IsRunBy(e));

    /// <summary>Somebody is told when there is a value, and may wait for that.</summary>
    private static bool HandsOver(Member member) => member.Graph.Events.Any(static e => e.Kind == EventKind.Wake);
}
