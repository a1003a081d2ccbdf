using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;

namespace AioBarrierAnalyzers.Protocol.CheckThenAct;

/// <summary>Finds exchanges in two steps: a load, then whatever it gave a store of a constant, and only then a decision by what was loaded.</summary>
internal static class SplitSwaps
{
    public static IEnumerable<(MemberEvent Load, MemberEvent Store, Guard Decision)> Find(ProtocolContext context)
    {
        foreach (Member member in context.World.Own.Where(m => !m.IsConstruction))
        {
            foreach (MemberEvent store in member.Accesses)
            {
                if (IsPlainConstant(store.Event) && LoadBefore(store) is { } load && IsUnconditional(store.Event, load.Event) &&
                    context.Evidence.IsMarked(load.Location) && Decision(context, load, store) is { } decision && !Exclusion.IsBehindAtomicLock(load, store))
                {
                    yield return (load, store, decision);
                }
            }
        }
    }

    private static bool IsPlainConstant(MemoryEvent store) =>
        (store is { Kind: EventKind.Store, Twin: null } || Stores.IsDiscarded(store)) && store.Stored is Value.Constant &&
        Conditions.AsNumber(store.Stored) is not null;

    /// <summary>Stores in any case; or a compare-exchange with what was loaded, which fails where somebody else was first, and that nobody asks.</summary>
    private static bool IsUnconditional(MemoryEvent store, MemoryEvent load) =>
        store.Comparand is null or Value.Loaded { IsExact: true } && store.Comparand?.Sources().Contains(load) != false;

    private static MemberEvent? LoadBefore(MemberEvent store)
    {
        MemberEvent? last = store.Member.Accesses.LastOrDefault(
            a => a != store && a.Event.Node < store.Event.Node && a.Location.MayAlias(store.Location) &&
                store.Member.Search.Reaches(a.Event.Node, store.Event.Node));
        return last is { Event: { Kind: EventKind.Load, IsConcurrentCollection: false } } && last.Location.Kind != LocationKind.Content &&
            last.Event.Path!.IsOfSameObject(store.Event.Path!) ? last : null;
    }

    /// <summary>The first decision behind the store; none where another one by the same load comes before it.</summary>
    private static Guard? Decision(ProtocolContext context, MemberEvent load, MemberEvent store)
    {
        List<Guard> guards = context.Guards.Of(load).ToList();
        return guards.Any(g => g.Branch.Index < store.Event.Node)
            ? null
            : guards.FirstOrDefault(g => store.Member.Search.Reaches(store.Event.Node, g.Branch.Index));
    }
}
