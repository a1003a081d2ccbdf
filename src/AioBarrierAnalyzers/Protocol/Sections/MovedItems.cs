using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using LocationKind = AioBarrierAnalyzers.Accesses.LocationKind;

namespace AioBarrierAnalyzers.Protocol.Sections;

/// <summary>
/// Tells an item that is taken out of one collection in one critical section and entered in another one in the next, where somebody decides by both in one
/// section that there is nothing: between the two he finds it in neither. Nobody else needs to move one; each collection may be changed alone elsewhere.
/// </summary>
internal static class MovedItems
{
    private static readonly Value Nothing = new Value.Constant(false);

    /// <summary>The look by which another member decides, together with one at the other collection; null where there is none, or it is no move.</summary>
    public static MemberEvent? Onlooker(MemberEvent take, MemberEvent entry, MemoryLocation @lock, ProtocolContext context)
    {
        if (!IsMove(take.Event, entry.Event))
            return null;
        foreach (Member member in context.World.Members)
        {
            if (member.IsConstruction || member.MayRunAtOnce || member.Method.IsDisposal() ||
                SymbolEqualityComparer.Default.Equals(member.Method, take.Member.Method))
            {
                continue;
            }

            foreach (Guard guard in context.Guards.Of(member))
            {
                MemoryLocation look = guard.Load.Location;
                MemberEvent? other = look.MayAlias(take.Location) ? entry : look.MayAlias(entry.Location) ? take : null;
                if (other is not null && guard.Load.Event.Locks.Find(@lock) is not null && IsDecidedWith(guard, other.Location, @lock, context) &&
                    !IsTold(take, guard.Load, @lock))
                {
                    return guard.Load;
                }
            }
        }

        return null;
    }

    /// <summary>What is entered was taken out, or is named by what was.</summary>
    private static bool IsMove(MemoryEvent take, MemoryEvent entry) =>
        take is { TakesOut: true, Location.Kind: LocationKind.Content } && entry.Location!.Kind == LocationKind.Content &&
        entry.Handed.Any(h => h.Sources().Contains(take) || (h is not (Value.Unknown or Value.Constant) && Value.Same(h, take.Key)));

    /// <summary>Where this collection has nothing, the other one is asked in the same section; or both are counted together.</summary>
    private static bool IsDecidedWith(Guard guard, MemoryLocation other, MemoryLocation @lock, ProtocolContext context)
    {
        foreach (MemberEvent look in guard.Member.Accesses)
        {
            if (!look.Event.Reads || !look.Location.MayAlias(other) || look.Event.Locks.Find(@lock) is null ||
                !CriticalSections.AreOne(guard.Load, look, @lock))
            {
                continue;
            }

            var decisions = context.Guards.Of(look);
            if (decisions.Exists(d => d.Branch == guard.Branch) || (IsMiss(guard) && guard.Covers(look.Event) &&
                (decisions.Count == 0 ? look.Event.UsedAt.Count > 0 : decisions.Exists(IsMiss))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The answer was no, or the count was zero.</summary>
    private static bool IsMiss(Guard guard)
    {
        if (guard.Demands(Nothing))
            return true;
        (Value condition, bool outcome) = Conditions.Reduced(guard.Branch.Condition!, guard.Outcome);
        MemoryEvent look = guard.Load.Event;
        if (condition is not Value.Comparison comparison || look.Operation is not IPropertyReferenceOperation { Property.Name: "Count" })
            return false;
        Value empty = comparison.Left.Sources().Contains(look)
            ? new Value.Comparison(comparison.Relation, Nothing, comparison.Right)
            : new Value.Comparison(comparison.Relation, comparison.Left, Nothing);
        return Conditions.Decide(empty, look, Nothing) == outcome;
    }

    /// <summary>The section that takes the item out also says so, in something that the onlooker reads.</summary>
    private static bool IsTold(MemberEvent take, MemberEvent look, MemoryLocation @lock) => take.Member.Accesses.Any(
        a => a.Event.Changes && a != take && a.Event.Locks.Find(@lock) is not null && !a.Location.MayAlias(take.Location) &&
            CriticalSections.AreOne(take, a, @lock) &&
            look.Member.Accesses.Any(r => r.Event.Reads && r.Location.MayAlias(a.Location) && r.Event.Locks.Find(@lock) is not null &&
                CriticalSections.AreOne(look, r, @lock)));
}
