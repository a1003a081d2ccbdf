using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis.Operations;
using LocationKind = AioBarrierAnalyzers.Accesses.LocationKind;

namespace AioBarrierAnalyzers.Protocol.Sections;

/// <summary>
/// Tells so many items taken out at once as an earlier look has found, or asked for: it throws where another thread took some of them. The only member that
/// takes any finds at least as many as it saw, and is left alone.
/// </summary>
internal static class CountedTakes
{
    public static bool Rests(Guard decision, MemberEvent act, MemoryLocation @lock, ProtocolContext context) =>
        act.Event is { TakesOut: true, IsConcurrentCollection: false, Extent: { } extent } && act.Location.Kind == LocationKind.Content &&
        act.Location.MayAlias(decision.Load.Location) && decision.Load.Event is { Operation: IPropertyReferenceOperation { Property.Name: "Count" } } look &&
        (extent.Sources().Contains(look) || IsAskedFor(decision, extent)) && IsTakenByOthers(decision, act, @lock, context);

    /// <summary>There were not fewer.</summary>
    private static bool IsAskedFor(Guard decision, Value extent)
    {
        (Value condition, bool outcome) = Conditions.Reduced(decision.Branch.Condition!, decision.Outcome);
        if (condition is not Value.Comparison comparison)
            return false;
        bool isLeft = comparison.Left.Sources().Contains(decision.Load.Event);
        Value bound = isLeft ? comparison.Right : comparison.Left;
        return bound is not Value.Unknown && Value.Same(bound, extent) && comparison.Relation switch
        {
            Relation.Less or Relation.LessOrEqual => outcome != isLeft,
            Relation.Greater or Relation.GreaterOrEqual => outcome == isLeft,
            Relation.Equal => outcome,
            _ => !outcome,
        };
    }

    /// <summary>Another member takes some out, too; or this one adds before it looks, as each of several threads does that fill the collection.</summary>
    private static bool IsTakenByOthers(Guard decision, MemberEvent act, MemoryLocation @lock, ProtocolContext context) =>
        context.World.AccessesOf(act.Location).Any(a => a.Member != act.Member && !a.Member.Method.IsDisposal() &&
            (a.Event.TakesOut || a.Event.Effect.Role == MemberRole.CollectionClear)) ||
        act.Member.Accesses.Any(a => a.Event.Effect.Role == MemberRole.CollectionAdd && a.Location.MayAlias(act.Location) &&
            a.Event.Locks.Find(@lock) is not null && act.Member.Search.Reaches(a.Event.Node, decision.Load.Event.Node));
}
