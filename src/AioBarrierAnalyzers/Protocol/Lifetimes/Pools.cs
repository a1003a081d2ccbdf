using System.Collections.Generic;
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

    /// <summary>What this thread has made, or taken out of where it lay idle: nobody else has it.</summary>
    public static bool IsOwn(Value? value) => value switch
    {
        Value.Made or Value.Loaded { Event.TakesOut: true } => true,
        Value.Derived { Operands: { Count: > 0 } operands } => operands.All(IsOwn),
        _ => false,
    };

    /// <summary>The object that a helper puts among the idle ones of a pool; null where it does nothing of the kind.</summary>
    public static Value? GivenBackBy(MemoryEvent store, ProtocolContext context)
    {
        if (store is not { Writes: true, Frame.Caller: not null, Handed.Count: 1, Location.Kind: LocationKind.Content })
            return null;
        foreach (MemoryLocation idle in context.Once(static c => new IdlePlaces(c)).All)
        {
            if (idle.MayAlias(store.Location))
                return store.Handed[0];
        }

        return null;
    }

    /// <summary>Where the objects lie idle that some member of the world gives out, or else new ones.</summary>
    private sealed class IdlePlaces
    {
        public IdlePlaces(ProtocolContext context) => All = context.World.Members
            .SelectMany(m => m.Graph.Results.Concat(m.Graph.Events.Where(e => e.Stored is not null).Select(e => e.Stored!))).Where(IsNewOrReused)
            .SelectMany(v => ((Value.Derived)v).Operands.OfType<Value.Loaded>()).Select(l => l.Event.Location).OfType<MemoryLocation>().Distinct().ToArray();

        public IReadOnlyList<MemoryLocation> All { get; }
    }
}
