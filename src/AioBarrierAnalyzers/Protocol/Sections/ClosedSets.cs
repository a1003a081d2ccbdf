using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using LocationKind = AioBarrierAnalyzers.Accesses.LocationKind;

namespace AioBarrierAnalyzers.Protocol.Sections;

/// <summary>
/// Tells an addition to a collection that is right only while a flag is not set, because who sets the flag then empties the collection, in the same critical
/// section or in a later one: what comes later is never taken out. A look that only refuses a misuse decides nothing, and who disposes of the object is to be
/// the last to use it, unless who comes too late takes care of the item himself: then he is expected. So he is where the disposal sets the flag in the very
/// section that empties the collection, and the item is made here for the disposal to end: it never ends. However many conditions lie between the look and
/// the addition, as those that ask whether the item is still good and whether there is room, the look is not made again by them.
/// </summary>
internal static class ClosedSets
{
    public static bool Rests(Guard decision, MemberEvent act, MemoryLocation @lock, ProtocolContext context) =>
        ((act.Event.Effect.Role == MemberRole.CollectionAdd && !act.Event.IsConcurrentCollection) || IsLinkedIn(act)) &&
        decision.Load.Location.Kind == LocationKind.Field && decision.Load.Event.Twin is null && !IsAskedBehind(decision, act, context) &&
        (decision.IsChoice
            ? context.World.AccessesOf(decision.Load.Location).Any(closing => IsClosing(closing, decision, act, @lock, context))
            : AreEnded(decision, act, @lock, context));

    /// <summary>The flag is asked again behind the addition, and where it is set by then, who has added takes out what is there himself.</summary>
    private static bool IsAskedBehind(Guard decision, MemberEvent act, ProtocolContext context) => context.Guards.Of(act.Member).Any(
        g => g.Load.Location.MayAlias(decision.Load.Location) && act.Member.Search.Reaches(act.Event.Node, g.Load.Event.Node) && act.Member.Accesses.Any(
            a => g.Covers(a.Event) && act.Member.Search.Reaches(g.Load.Event.Node, a.Event.Node) &&
                (a.Event.Effect.Role is MemberRole.CollectionClear or MemberRole.CollectionTake
                    ? a.Location.MayAlias(act.Location)
                    : IsEmptying(a, decision.Load, act))));

    /// <summary>A node in front of those that there are, in a list without a collection: <c>_first = new Node(item, _first)</c>.</summary>
    private static bool IsLinkedIn(MemberEvent act) =>
        act is { Location.Kind: LocationKind.Field, Event: { Kind: EventKind.Store, Stored: Value.Made node } } &&
        (node.Parts.Any(p => IsHead(p, act)) ||
            act.Member.Graph.Events.Exists(e => e.Kind == EventKind.Store && ReferenceEquals(e.Path?.Base, node) && IsHead(e.Stored, act)));

    private static bool IsHead(Value? value, MemberEvent act) =>
        value is Value.Loaded { IsExact: true, Event: { Kind: EventKind.Load, Location: { } location } } && location.MayAlias(act.Location);

    /// <summary>A disposal under the lock ends what is in the collection, and what is added is one that it would have to end.</summary>
    public static bool AreEnded(Guard decision, MemberEvent act, MemoryLocation @lock, ProtocolContext context) =>
        act.Event.Effect.Role == MemberRole.CollectionAdd && !decision.IsChoice &&
        context.World.AccessesOf(decision.Load.Location).Any(closing => IsEnding(closing, decision, act, @lock));

    private static bool IsEnding(MemberEvent closing, Guard decision, MemberEvent act, MemoryLocation @lock) =>
        closing.Event is { Kind: EventKind.Store, Stored: Value.Constant closed } && closing.Member.Method.IsDisposal() && !decision.Admits(closed) &&
        closing.Event.Locks.Find(@lock) is { IsShared: false } && decision.Load.Event.Locks.Find(@lock) is null &&
        act.Event.Handed.Any(h => h is Value.Made) && act.Event.Operation is IInvocationOperation { Arguments: { Length: > 0 } items } &&
        Unconverted(items[items.Length - 1].Value).Type is { } type && Calls(closing.Member, type) && closing.Member.Accesses.Any(
            a => a.Event.Effect.Role == MemberRole.CollectionClear && a.Location.MayAlias(act.Location) && CriticalSections.AreOne(closing, a, @lock));

    /// <summary>Something is called on an object of the type.</summary>
    private static bool Calls(Member member, ITypeSymbol type)
    {
        foreach (MemoryEvent @event in member.Graph.Events)
        {
            if (@event.Operation is IInvocationOperation { Instance.Type: { } called } && AreOne(called, type))
                return true;
            for (Frame? frame = @event.Frame; frame is { CallSite: not null }; frame = frame.Caller)
            {
                if (AreOne(frame.Method.ContainingType, type))
                    return true;
            }
        }

        return false;
    }

    private static IOperation Unconverted(IOperation value) =>
        value is IConversionOperation { OperatorMethod: null } conversion ? Unconverted(conversion.Operand) : value;

    private static bool AreOne(ITypeSymbol a, ITypeSymbol b) => SymbolEqualityComparer.Default.Equals(a.OriginalDefinition, b.OriginalDefinition);

    private static bool IsClosing(MemberEvent closing, Guard decision, MemberEvent act, MemoryLocation @lock, ProtocolContext context) =>
        closing.Event is { Kind: EventKind.Store, Stored: Value.Constant closed } && closing.Member != act.Member && !closing.Member.IsConstruction &&
        (!closing.Member.Method.IsDisposal() || RefusedItems.AreSeenTo(decision, act, closing.Member)) && !decision.Admits(closed) &&
        !IsAskedOtherwise(closing, act, @lock, context) && IsEmptiedWith(closing, act, @lock);

    /// <summary>In the section that sets the flag, or in a later one.</summary>
    private static bool IsEmptiedWith(MemberEvent closing, MemberEvent act, MemoryLocation @lock) => closing.Member.Accesses.Any(
        a => IsEmptying(a, closing, act) && a.Event.Locks.Find(@lock) is { IsShared: false } &&
            (closing.Member.Search.Reaches(closing.Event.Node, a.Event.Node) || CriticalSections.AreOne(closing, a, @lock)));

    /// <summary>
    /// The section that adds asks for something else that the closing changes under the lock, such as a limit that is zero from then on. A count that who adds
    /// changes too is one of the items, and says nothing of that.
    /// </summary>
    private static bool IsAskedOtherwise(MemberEvent closing, MemberEvent act, MemoryLocation @lock, ProtocolContext context) =>
        context.Guards.Of(act.Member).Any(
            g => g.Load.Location.Kind == LocationKind.Field && g.Load.Event.Locks.Find(@lock) is not null && g.Covers(act.Event) &&
                IsChangedUnder(@lock, g.Load.Location, closing.Member) && !IsChanged(g.Load.Location, act.Member));

    private static bool IsChangedUnder(MemoryLocation @lock, MemoryLocation location, Member member) => member.Accesses.Any(
        a => a.Event.Writes && a.Location.MayAlias(location) && a.Event.Locks.Find(@lock) is { IsShared: false });

    private static bool IsChanged(MemoryLocation location, Member member) => member.Accesses.Any(a => a.Event.Writes && a.Location.MayAlias(location));

    /// <summary>
    /// Takes out all that is in the collection, at once or one by one behind the store, or puts a new one in its place; of a list of nodes, takes the first. A
    /// thread's own loop, or one that waits, may go on to take what comes later.
    /// </summary>
    private static bool IsEmptying(MemberEvent access, MemberEvent closing, MemberEvent act) => access.Event.Effect.Role switch
    {
        MemberRole.CollectionClear => access.Location.MayAlias(act.Location),
        MemberRole.CollectionTake => access.Location.MayAlias(act.Location) && access.Member.Search.Reaches(access.Event.Node, access.Event.Node) &&
            access.Member.Kind == MemberKind.Ordinary && !access.Member.Search.Reaches(access.Event.Node, closing.Event.Node) &&
            !access.Member.Graph.Events.Any(e => e.Kind == EventKind.Wait),
        _ when act.Location.Kind == LocationKind.Field => access.Event is { Kind: EventKind.Store, Stored: Value.Constant { Content: null } } &&
            access.Location.MayAlias(act.Location),
        _ => access.Event is { Kind: EventKind.Store, Stored: Value.Made } && act.Location is { Kind: LocationKind.Content, Owner: { } holder } &&
            access.Location.MayAlias(holder),
    };
}
