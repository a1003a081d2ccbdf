using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Sharing;

namespace AioBarrierAnalyzers.Protocol.Decisions;

/// <summary>Tells what a member has put in a field of its own just before it reads it there: who branches on the copy branches on the original.</summary>
internal static class KeptCopies
{
    /// <summary>The load whose very result the same code has stored where a plain load finds it again; null where there is none.</summary>
    public static MemberEvent? OriginOf(MemberEvent copy)
    {
        if (copy.Event is not { Kind: EventKind.Load, IsMarked: false, IsConcurrentCollection: false } || copy.Location.Kind != LocationKind.Field)
            return null;
        MemberEvent? last = null;
        foreach (MemberEvent access in copy.Member.Accesses)
        {
            if (access.Event.Node >= copy.Event.Node)
                break;
            if (access.Event.Writes && access.Location.MayAlias(copy.Location))
                last = access;
        }

        if (last?.Event is not { Kind: EventKind.Store, IsMarked: false, Stored: Value.Loaded { IsExact: true, Event: { Kind: EventKind.Load } original } })
            return null;
        return last.Event.Frame == copy.Event.Frame && last.Event.Path!.Equals(copy.Event.Path) && !copy.Location.Overlaps(original.Location!) &&
            IsOnlyWayTo(last, copy)
            ? copy.Member.Find(original)
            : null;
    }

    private static bool IsOnlyWayTo(MemberEvent store, MemberEvent copy) =>
        store.Member.Search.Reaches(store.Event.Node, copy.Event.Node) &&
        !store.Member.Search.ReachesUnblocked(0, copy.Event.Node, node => node.Index == store.Event.Node);
}
