using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Sharing;
using LocationKind = AioBarrierAnalyzers.Accesses.LocationKind;

namespace AioBarrierAnalyzers.Protocol.Lifetimes;

/// <summary>Pools that a program makes itself, told by what they give out: an object that lies idle, or else a new one.</summary>
internal static class Pools
{
    /// <summary>A new object, or one that lay idle: <c>idle.Count == 0 ? new Page() : idle.Pop()</c>.</summary>
    public static bool IsNewOrReused(Value? value) => value is Value.Derived { IsChoice: true } choice && choice.Operands.Any(o => o is Value.Made) &&
        choice.Operands.Any(o => o is Value.Loaded) && choice.Operands.All(o => o is Value.Made or Value.Loaded { Event.TakesOut: true });

    /// <summary>The same, or what a call gives of which nothing is known.</summary>
    public static bool MayBeNewOrReused(Value? value) => IsNewOrReused(value) || value is Value.Derived { IsChoice: false, Varies: true };

    /// <summary>The object that a helper puts among the idle ones of a pool; null where it does nothing of the kind.</summary>
    public static Value? GivenBackBy(MemoryEvent store, ProtocolContext context)
    {
        if (store is not { Writes: true, Frame.Caller: not null, Handed.Count: 1, Location.Kind: LocationKind.Content })
            return null;
        bool GivesOut(Value result) => IsNewOrReused(result) &&
            ((Value.Derived)result).Operands.OfType<Value.Loaded>().Any(l => l.Event.Location?.MayAlias(store.Location!) == true);
        bool isPool = context.World.Members.Any(m => m.Graph.Results.Any(GivesOut) || m.Graph.Events.Any(e => e.Stored is { } stored && GivesOut(stored)));
        return isPool ? store.Handed[0] : null;
    }
}
