using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;
using AioBarrierAnalyzers.WellKnown;
using LocationKind = AioBarrierAnalyzers.Accesses.LocationKind;

namespace AioBarrierAnalyzers.Protocol.Updates;

/// <summary>
/// Finds compare-exchanges that add something to what was read, where nobody asks whether they happened: where another thread was first they do not, and what
/// was to be added is lost. An average or another estimate may be meant to lose one now and then; a sum and a list are not.
/// </summary>
internal static class UnheededExchanges
{
    public static IEnumerable<SplitUpdate> Find(ProtocolContext context)
    {
        foreach (Member member in context.World.Own.Where(m => !m.IsConstruction))
        {
            foreach (MemberEvent exchange in member.AtomicUpdates)
            {
                if (exchange.Event.Comparand is Value.Loaded { IsExact: true, Event: { Kind: EventKind.Load } old } && Stores.IsDiscarded(exchange.Event) &&
                    Adds(exchange, old) && !IsAskedAgain(exchange) && member.Accesses.FirstOrDefault(a => a.Event == old) is { } load &&
                    load.Location.MayAlias(exchange.Location) && !Exclusion.IsHeldApart(load, exchange))
                {
                    yield return new SplitUpdate(load, exchange);
                }
            }
        }
    }

    /// <summary>The old value and something else, of a number; whatever was made of the old one, of a collection that never changes.</summary>
    private static bool Adds(MemberEvent exchange, MemoryEvent old) => exchange.Event.Stored is Value.Derived { IsChoice: false } sum &&
        (sum.Operands.Any(o => o is Value.Loaded { IsExact: true } loaded && loaded.Event == old) ||
            (sum.Sources().Contains(old) && exchange.Location is { Kind: LocationKind.Field, Symbol: { } field } &&
                LibraryTypes.Immutable.Contains(PathFactory.TypeOf(field))));

    /// <summary>Tried again, or looked at behind the exchange.</summary>
    private static bool IsAskedAgain(MemberEvent exchange) => exchange.Member.Accesses.Any(
        a => a.Event.Reads && a.Event != exchange.Event && a.Location.MayAlias(exchange.Location) &&
            exchange.Member.Search.Reaches(exchange.Event.Node, a.Event.Node));
}
