using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis;
using LocationKind = AioBarrierAnalyzers.Accesses.LocationKind;

namespace AioBarrierAnalyzers.Protocol.Sections;

/// <summary>
/// Tells an item that is chosen in one critical section because it was found without users, and taken out of its table in a later one that does not ask again:
/// whoever looks it up in between counts himself in, and uses what is no longer in the table.
/// </summary>
internal static class ChosenItems
{
    public static bool AreTakenOut(Guard choice, MemberEvent act, MemoryLocation @lock, FurtherLooks looks, ProtocolContext context) =>
        act.Event is { TakesOut: true, IsConcurrentCollection: false } && act.Location.Kind == LocationKind.Content &&
        choice.Load is { Location.Kind: LocationKind.Field, Event: { Twin: null } count } && count.Locks.Find(@lock) is { IsShared: false } &&
        Emptiness.IsFound(choice) && IsOfChoice(act.Event, count) &&
        choice.Member.Search.ReachableByBranch(choice.Branch, choice.Outcome, looks.Contain)[act.Event.Node] &&
        LastUsers.IsJoined(choice.Load.Location, act, @lock, context);

    /// <summary>What is taken out goes by a name that is in an object of the same type: as far as can be told, in the one that was asked.</summary>
    private static bool IsOfChoice(MemoryEvent act, MemoryEvent count) => NameOf(act.Key) is { Step: LocationKind.Field, Symbol: { } name } &&
        SymbolEqualityComparer.Default.Equals(name.ContainingType, count.Location!.Symbol!.ContainingType);

    private static AccessPath? NameOf(Value? key) => key switch
    {
        Value.Held name => name.Path,
        Value.Loaded { IsExact: true } name => name.Event.Path,
        _ => null,
    };
}
