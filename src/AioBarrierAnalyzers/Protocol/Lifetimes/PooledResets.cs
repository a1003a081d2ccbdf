using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;
using AioBarrierAnalyzers.WellKnown;

namespace AioBarrierAnalyzers.Protocol.Lifetimes;

/// <summary>
/// Finds objects that are put back where others take them out, each for itself, and cleared only then: whoever has taken one by that time loses what he has
/// stored there. Where it could not be put back it is still this thread's own.
/// </summary>
internal static class PooledResets
{
    public static IEnumerable<EarlyPublication> Find(ProtocolContext context)
    {
        foreach (Member member in context.World.Own)
        {
            if (member.IsConstruction || (!member.HasConcurrentAdd && member.AtomicUpdates.IsEmpty))
                continue;
            foreach (MemberEvent back in member.Accesses)
            {
                if (PutBack(back.Event) is { } item && TakeFrom(back.Location, context) is { } take &&
                    StoreBehind(back, item, take, context) is var (store, use))
                {
                    yield return new EarlyPublication(member, back.Event, store, take, use);
                }
            }
        }
    }

    /// <summary>The object that is made known; null where it is a new one, which nobody had before.</summary>
    private static Value? PutBack(MemoryEvent @event)
    {
        Value? item = @event switch
        {
            { IsConcurrentCollection: true, Effect.Role: MemberRole.CollectionAdd, Handed: { Count: > 0 } handed } => handed[handed.Count - 1],
            { Kind: EventKind.ReadModifyWrite, IsConcurrentCollection: false, Stored: { } stored } => stored,
            _ => null,
        };
        return item is Value.Loaded { IsExact: true } or Value.Given or Value.Held ? item : null;
    }

    /// <summary>Who takes an object out of there has it alone.</summary>
    private static MemberEvent? TakeFrom(MemoryLocation place, ProtocolContext context) => context.World.AccessesOf(place).FirstOrDefault(
        t => t.Event.IsConcurrentCollection ? t.Event.TakesOut
            : t.Event is { Kind: EventKind.ReadModifyWrite, Stored: Value.Constant { Content: null }, Comparand: null } && !Stores.IsDiscarded(t.Event));

    private static (MemberEvent Store, MemberEvent Use)? StoreBehind(MemberEvent back, Value item, MemberEvent take, ProtocolContext context)
    {
        foreach (MemberEvent store in back.Member.Accesses)
        {
            if (store.Event is { Kind: EventKind.Store, IsMarked: false, Path.Base: { } holder, Locks.IsEmpty: true } && Value.Same(holder, item) &&
                back.Member.Search.Reaches(back.Event.Node, store.Event.Node) &&
                !context.Guards.Of(back).Exists(g => g.Covers(store.Event) || g.IsOnlyWayTo(store.Event)) && UseOf(store, take, context) is { } use)
            {
                return (store, use);
            }
        }

        return null;
    }

    /// <summary>Another member uses the same in what it has taken out.</summary>
    private static MemberEvent? UseOf(MemberEvent store, MemberEvent take, ProtocolContext context) => context.World.AccessesOf(store.Location).FirstOrDefault(
        u => u.Member != store.Member && !u.Event.IsMarked && u.Event.Path?.Base is { } taken &&
            taken.Sources().Any(s => s.Operation.Syntax == take.Event.Operation.Syntax));
}
