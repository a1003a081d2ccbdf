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
/// section that empties the collection, and the item is made here for the disposal to end: it never ends.
/// </summary>
internal static class ClosedSets
{
    /// <summary>So many more decisions may lie between the look at the flag and the addition.</summary>
    private const int MaxBranches = 3;

    public static bool Rests(Guard decision, MemberEvent act, MemoryLocation @lock, ProtocolContext context) =>
        act.Event.Effect.Role == MemberRole.CollectionAdd && !act.Event.IsConcurrentCollection &&
        decision.Load.Location.Kind == LocationKind.Field && decision.Load.Event.Twin is null && IsNear(decision, act) &&
        (decision.IsChoice
            ? context.World.AccessesOf(decision.Load.Location).Any(closing => IsClosing(closing, decision, act, @lock))
            : AreEnded(decision, act, @lock, context));

    /// <summary>The item and the room for it may be asked for as well.</summary>
    private static bool IsNear(Guard decision, MemberEvent act) =>
        decision.Member.Search.BranchesBetween(decision.Branch.Successors[decision.Outcome ? 0 : 1], act.Event.Node) <= MaxBranches;

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

    private static bool IsClosing(MemberEvent closing, Guard decision, MemberEvent act, MemoryLocation @lock) =>
        closing.Event is { Kind: EventKind.Store, Stored: Value.Constant closed } && closing.Member != act.Member && !closing.Member.IsConstruction &&
        (!closing.Member.Method.IsDisposal() || RefusedItems.AreSeenTo(decision, act, closing.Member)) && !decision.Admits(closed) &&
        closing.Member.Accesses.Any(
            a => a.Event.Effect.Role == MemberRole.CollectionClear && a.Location.MayAlias(act.Location) && a.Event.Locks.Find(@lock) is { IsShared: false } &&
                (closing.Member.Search.Reaches(closing.Event.Node, a.Event.Node) || CriticalSections.AreOne(closing, a, @lock)));
}
