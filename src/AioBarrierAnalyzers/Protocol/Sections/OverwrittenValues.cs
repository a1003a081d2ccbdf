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
/// Tells a value that is stored by index where an earlier critical section found none: made in between and to be disposed of, moved from another key, or a
/// number given out. Of two threads that found none the later one stores over what the other stored, and that is lost. Where nobody ever disposes of any,
/// either value will do.
/// </summary>
internal static class OverwrittenValues
{
    public static bool Rests(Guard decision, MemberEvent act, MemoryLocation @lock, ProtocolContext context)
    {
        MemoryEvent look = decision.Load.Event;
        return act.Event is { Effect.Role: MemberRole.CollectionAdd, IsConcurrentCollection: false } && act.Location.MayAlias(decision.Load.Location) &&
            act.Event.Operation is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true } } store &&
            look is { Kind: EventKind.Load, TakesOut: false } && look.Locks.Find(@lock) is not null && IsMiss(decision) &&
            look.Key is not (null or Value.Unknown or Value.Constant) && Value.Same(look.Key, act.Event.Key) && !IsAskedFor(act, look, @lock) &&
            !IsClaimed(decision.Load, act, @lock) && (IsEntryItself(act) || IsNumberedAnew(store, act, @lock) || IsToBeDisposedOf(store, act, context) ||
                IsAttachedTo(act, context));
    }

    /// <summary>It was not there, or what was found is null.</summary>
    private static bool IsMiss(Guard decision)
    {
        if (decision.Demands(new Value.Constant(false)))
            return true;
        (Value condition, bool outcome) = Conditions.Reduced(decision.Branch.Condition!, decision.Outcome);
        return condition is Value.Comparison { Right: Value.Constant { Content: null } } test && test.Left.Sources().Contains(decision.Load.Event) &&
            test.Relation == (outcome ? Relation.Equal : Relation.NotEqual);
    }

    /// <summary>
    /// Made here, and of a kind to which callers attach something for others to find, such as a channel or a listener: what the first thread attaches to its
    /// own object nobody finds.
    /// </summary>
    private static bool IsAttachedTo(MemberEvent act, ProtocolContext context) =>
        act.Event.Handed.Count > 0 && act.Event.Handed[act.Event.Handed.Count - 1] is Value.Made { Type: { } type } && context.World.Members.Any(
            m => !m.IsConstruction && AreOne(m.Type, type) && m.Accesses.Any(a => IsAttachment(a, type) && context.World.AccessesOf(a.Location).Any(
                r => r.Event.Reads && r.Member != m)));

    private static bool IsAttachment(MemberEvent store, ITypeSymbol type) =>
        store.Event is { Kind: EventKind.Store, Stored: Value.Given { Symbol: IParameterSymbol { Type.IsReferenceType: true } } } &&
        store.Location is { Kind: LocationKind.Field, Symbol: { IsStatic: false } field } && AreOne(field.ContainingType, type);

    /// <summary>The section that stores takes out or looks at what is there, whatever it makes of it.</summary>
    private static bool IsAskedFor(MemberEvent act, MemoryEvent look, MemoryLocation @lock) => act.Member.Accesses.Any(
        a => a.Event.Reads && a.Event != look && a.Location.MayAlias(act.Location) && a.Event.Locks.Find(@lock) is not null &&
            act.Member.Search.Reaches(a.Event.Node, act.Event.Node) && CriticalSections.AreOne(a, act, @lock));

    /// <summary>The section that finds none also says who is to make one, in something else than a count.</summary>
    private static bool IsClaimed(MemberEvent look, MemberEvent act, MemoryLocation @lock) => act.Member.Accesses.Any(
        a => a.Event is { Changes: true, Twin: null } && !a.Location.MayAlias(act.Location) && a.Event.Locks.Find(@lock) is not null &&
            act.Member.Search.Reaches(look.Event.Node, a.Event.Node) && CriticalSections.AreOne(look, a, @lock));

    /// <summary>It was taken out of the very collection, to be entered under another key: entries are not there to be lost.</summary>
    private static bool IsEntryItself(MemberEvent act) => act.Event.Handed.Count > 0 &&
        act.Event.Handed[act.Event.Handed.Count - 1].Sources().Any(s => s.TakesOut && s.Location?.MayAlias(act.Location) == true);

    /// <summary>
    /// A number by which others know the key from now on: how many there are, or the next one, which the same section counts up. Each of the two who found none
    /// gives the key another.
    /// </summary>
    private static bool IsNumberedAnew(ISimpleAssignmentOperation store, MemberEvent act, MemoryLocation @lock) =>
        store.Target.Type is { SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_UInt32 or SpecialType.System_UInt64 } &&
        act.Event.Handed.Count > 0 && act.Event.Handed[act.Event.Handed.Count - 1].Sources().Any(
            s => s.Location is { } counted && act.Member.Accesses.Any(c => c.Location.MayAlias(counted) &&
                (c == act || (c.Event.Changes && c.Event.Locks.Find(@lock) is not null && CriticalSections.AreOne(c, act, @lock)))));

    /// <summary>Made here, and of a kind that the type disposes of; or disposed of here itself, on a way on which it is not stored.</summary>
    public static bool IsToBeDisposedOf(ISimpleAssignmentOperation store, MemberEvent act, ProtocolContext context)
    {
        if (store.Target.Type is not { } type || !LibraryTypes.Disposables.IsImplementedBy(type))
            return false;
        if (act.Event.Handed[act.Event.Handed.Count - 1] is Value.Made)
            return context.World.Members.Any(m => m.Graph.Events.Any(e => context.IsOwn(e) && Disposed(e)?.Type is { } kind && AreOne(kind, type)) ||
                m.Graph.Events.Any(e => IsDisposedOfIn(e, type, context)));
        return store.Value is ILocalReferenceOperation { Local: var local } && act.Member.Graph.Events.Any(
            e => Disposed(e) is ILocalReferenceOperation disposed && AreOne(disposed.Local, local) && !act.Member.Search.Reaches(e.Node, act.Event.Node));
    }

    /// <summary>What a call disposes of.</summary>
    private static IOperation? Disposed(MemoryEvent @event) =>
        @event.Operation is IInvocationOperation { Instance: { } instance } call && call.TargetMethod.IsDisposal() ? instance : null;

    /// <summary>The same, where the disposal is code of the project, and something is done there.</summary>
    private static bool IsDisposedOfIn(MemoryEvent @event, ITypeSymbol type, ProtocolContext context)
    {
        for (Frame? frame = @event.Frame; frame is { CallSite: { } call }; frame = frame.Caller)
        {
            if (frame.Method.IsDisposal() && AreOne(frame.Method.ContainingType, type) && context.IsOwn(call))
                return true;
        }

        return false;
    }

    private static bool AreOne(ISymbol a, ISymbol b) => SymbolEqualityComparer.Default.Equals(a, b);
}
