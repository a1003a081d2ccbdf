using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;

namespace AioBarrierAnalyzers.Protocol.CheckThenAct;

/// <summary>
/// Tells an object that two threads may take out of the same slot of a pool: each finds it there and returns it to its caller, and both clear the slot. What
/// says that there are several is an atomic operation in the same member. A slot that a position in shared memory leads to is a queue's, which may have one
/// consumer.
/// </summary>
internal static class DoubleLeases
{
    public static bool IsOne(FlagTurn turn)
    {
        MemoryEvent load = turn.Test.Load.Event;
        return turn.Store.Location.Kind == LocationKind.Element && !turn.Member.AtomicUpdates.IsEmpty && !turn.IsUnderLock &&
            turn.Store.Event.Stored is Value.Constant { Content: null } && IsFoundBySearch(load) &&
            turn.Member.Graph.Results.Any(r => r.Sources().Contains(load));
    }

    private static bool IsFoundBySearch(MemoryEvent load) => load.Path!.Index is { } index && !index.Sources().Any(s => s.Location is not null) &&
        load.Path.Index is not Value.Constant;
}
