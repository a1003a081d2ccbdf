using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;

namespace AioBarrierAnalyzers.Protocol.Updates;

/// <summary>
/// Finds the greatest or least of something, kept in two steps: what is there is read and compared, and the new value put in its place whatever is there by
/// then. An exchange whose result nobody looks at is only a store; a greater value that came in between is overwritten by the lesser one.
/// </summary>
internal static class LostExtremes
{
    public static IEnumerable<SplitUpdate> Find(ProtocolContext context)
    {
        foreach (Member member in context.World.Own.Where(m => SeveralThreads.MayRun(m) && !m.Type.IsStream()))
        {
            foreach (MemberEvent store in member.Accesses)
            {
                if (IsForSeveral(store.Event) && LoadBefore(store, context) is { } load && !Exclusion.IsHeldApart(load, store) && !IsAskedAgain(store, context))
                    yield return new SplitUpdate(load, store);
            }
        }
    }

    /// <summary>
    /// An exchange, or a volatile store of what this thread has got from an atomic operation: its author expects others to store as well. Of two times that two
    /// threads have just read the earlier one is as good.
    /// </summary>
    private static bool IsForSeveral(MemoryEvent store) => !store.IsConcurrentCollection && (Stores.IsBlind(store)
        ? store.Stored is not (null or Value.Unknown or Value.Constant or { IsTime: true })
        : store is { Kind: EventKind.Store, IsMarked: true, Twin: null, Stored: { } value } && value.Sources().Any(Counts.IsChange));

    private static MemberEvent? LoadBefore(MemberEvent store, ProtocolContext context) => context.Guards.Of(store.Member).Find(
        g => g.Load.Event is { Kind: EventKind.Load, IsMarked: true, IsConcurrentCollection: false } load && g.Load.Location.MayAlias(store.Location) &&
            load.Path!.IsOfSameObject(store.Event.Path!) && g.Covers(store.Event) && g.IsNear(store.Event) &&
            IsOrder(g.Branch.Condition!, load, store.Event))?.Load;

    /// <summary>The very value that is stored was found greater than what was read, or less.</summary>
    private static bool IsOrder(Value condition, MemoryEvent load, MemoryEvent store) =>
        Conditions.Reduced(condition, true).Condition is Value.Comparison { Relation: not (Relation.Equal or Relation.NotEqual) } comparison &&
        ((IsRead(comparison.Left, load) && Value.Same(comparison.Right, store.Stored)) ||
            (IsRead(comparison.Right, load) && Value.Same(comparison.Left, store.Stored)));

    private static bool IsRead(Value value, MemoryEvent load) => value is Value.Loaded { IsExact: true } read && read.Event == load;

    /// <summary>What has become of it is looked at again behind the store.</summary>
    private static bool IsAskedAgain(MemberEvent store, ProtocolContext context) => context.Guards.Of(store.Member).Exists(
        g => g.Load.Event != store.Event && g.Load.Location.MayAlias(store.Location) && store.Member.Search.Reaches(store.Event.Node, g.Load.Event.Node));
}
