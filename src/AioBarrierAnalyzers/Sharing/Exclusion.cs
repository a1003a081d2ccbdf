using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;

namespace AioBarrierAnalyzers.Sharing;

/// <summary>What keeps other threads out between two accesses of one member.</summary>
internal static class Exclusion
{
    /// <summary>A lock, or something that serves as one, is held from the first access to the second.</summary>
    public static bool IsHeldApart(MemberEvent first, MemberEvent second) =>
        second.Event.Locks.Excludes(first.Event.Locks) || IsBehindAtomicLock(first, second);

    /// <summary>A lock made of an atomic operation: taken before the first access, given back after the second.</summary>
    public static bool IsBehindAtomicLock(MemberEvent first, MemberEvent second)
    {
        GraphSearch search = first.Member.Search;
        foreach (MemberEvent taken in first.Member.AtomicUpdates)
        {
            if (!taken.Location.MayAlias(second.Location) && search.Reaches(taken.Event.Node, first.Event.Node) &&
                IsGivenBackBehind(second, taken) && !IsCount(taken))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Two accesses that the same lock, made of an atomic operation, keeps apart: one that only one of the two takes keeps nobody else out.</summary>
    public static bool AreBehindOneAtomicLock(MemberEvent a, MemberEvent b) =>
        LocksAround(a).Any(l => LocksAround(b).Any(o => o.Location.MayAlias(l.Location)));

    private static IEnumerable<MemberEvent> LocksAround(MemberEvent access) => access.Member.AtomicUpdates.Where(
        taken => !taken.Location.MayAlias(access.Location) && access.Member.Search.Reaches(taken.Event.Node, access.Event.Node) &&
            IsGivenBackBehind(access, taken) && !IsCount(taken));

    /// <summary>Counted up, and looked at whether there are too many: several may be inside. Who asks whether it is the first lets only one in.</summary>
    private static bool IsCount(MemberEvent taken) => taken.Event.Delta != 0 && taken.Member.Graph.Nodes.Any(
        n => n.IsBranch &&
            Conditions.Reduced(n.Condition!, true).Condition is Value.Comparison { Relation: not (Relation.Equal or Relation.NotEqual) } bound &&
            bound.Sources().Contains(taken.Event));

    private static bool IsGivenBackBehind(MemberEvent second, MemberEvent taken)
    {
        foreach (MemberEvent given in taken.Member.Accesses)
        {
            if (given.Event.Writes && given != taken && given.Location.MayAlias(taken.Location) &&
                taken.Member.Search.Reaches(second.Event.Node, given.Event.Node))
            {
                return true;
            }
        }

        return false;
    }
}
