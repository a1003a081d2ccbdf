using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Protocol.Messages;
using AioBarrierAnalyzers.Protocol.Tearing;
using AioBarrierAnalyzers.Sharing;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Protocol.Updates;

/// <summary>Finds the store of another thread that can come between the two steps of an update, and so is lost.</summary>
internal static class Rivals
{
    /// <summary>A rival store; null where nothing speaks for one.</summary>
    public static MemberEvent? Of(SplitUpdate update, ProtocolContext context)
    {
        List<MemberEvent> writes = context.World.AccessesOf(update.Store.Location).Where(
            w => w.Event.Writes && IsFree(w, update) && !SoleHolders.AreApart(w, update.Store, context.World)).ToList();
        bool isMarked = context.Evidence.IsMarked(update.Store.Location);
        return writes.FirstOrDefault(w => IsAtomic(w, update, writes) && !IsOpening(w, update, context)) ??
            writes.FirstOrDefault(w => HasOtherLock(w, update)) ??
            (IsStatistic(update, writes, context) ? OfStatistic(update, writes, context) : OfCount(update, writes, isMarked, context));
    }

    private static MemberEvent? OfStatistic(SplitUpdate update, List<MemberEvent> writes, ProtocolContext context) =>
        PairedCounts.AreOne(update, context) ? writes.FirstOrDefault(w => w.Event == update.Store.Event) : null;

    private static MemberEvent? OfCount(SplitUpdate update, List<MemberEvent> writes, bool isMarked, ProtocolContext context) =>
        writes.FirstOrDefault(w => isMarked && IsOnOtherThread(w, update, context)) ??
        writes.FirstOrDefault(w => w.Event == update.Store.Event && !IsOwnCell(update) && IsRunBySeveral(update, context) &&
            (isMarked || update.Store.Location.Kind == Accesses.LocationKind.Local || IsOfParallelLoop(update, context))) ??
        ((isMarked || SharedEntries.IsMadeByFirst(update.Store)) && IsNextVersion(update, context)
            ? writes.FirstOrDefault(w => SplitUpdates.LoadOf(w) is not null)
            : null) ??
        (isMarked && IsTransition(update, context) ? writes.FirstOrDefault(w => w.Member != update.Member && SplitUpdates.LoadOf(w) is not null) : null);

    /// <summary>
    /// Sets bits of a state, and what there was before decides whether this thread is the one that has something to do on that account: two may be.
    /// </summary>
    private static bool IsTransition(SplitUpdate update, ProtocolContext context)
    {
        GraphSearch search = update.Member.Search;
        return update.Store.Event.Stored is Value.Derived { IsUnion: true } && context.Guards.Of(update.Load).Any(
            g => search.Reaches(update.Store.Event.Node, g.Branch.Index) && update.Member.Graph.Events.Any(
                e => g.Covers(e) && g.IsNear(e) && (e.Changes || e.Kind is EventKind.Opaque or EventKind.Invoke or EventKind.Start or EventKind.Wake)));
    }

    /// <summary>
    /// A collection that never changes, or a list of handlers, is replaced by the one with an item more or less, in a member that anybody may call: of two that
    /// do so at once the second one's takes the place of the first one's.
    /// </summary>
    private static bool IsNextVersion(SplitUpdate update, ProtocolContext context) =>
        update.Store is { Location: { Kind: Accesses.LocationKind.Field, Symbol: IFieldSymbol { Type: var type } } } &&
        update.Store.Event.Locks is { IsEmpty: true, HasUnknown: false } &&
        (type.TypeKind == TypeKind.Delegate || LibraryTypes.Immutable.Contains(type)) && update.Member.Kind == MemberKind.Ordinary &&
        update.Member.Method is { DeclaredAccessibility: Accessibility.Public or Accessibility.Internal } method && !method.IsDisposal() &&
        !context.World.LeavesLockToCallers(method);

    /// <summary>Nothing keeps the store out from between the two steps.</summary>
    private static bool IsFree(MemberEvent write, SplitUpdate update) =>
        !write.Event.Locks.Excludes(update.Store.Event.Locks) && write.Event.Stored is not Value.Made && !Guarded(write) &&
        (write.Event.Path!.Base is not Value.Given { Symbol: IParameterSymbol } || write.Event.Kind == EventKind.ReadModifyWrite);

    private static bool Guarded(MemberEvent write) => write.Event.Kind == EventKind.Store && Exclusion.IsBehindAtomicLock(write, write);

    /// <summary>Another member updates it atomically. What disposes takes the last value, and says only that its author thinks of threads.</summary>
    private static bool IsAtomic(MemberEvent write, SplitUpdate update, List<MemberEvent> writes) =>
        write.Event is { Kind: EventKind.ReadModifyWrite, IsConcurrentCollection: false } && !Stores.IsBlind(write.Event) && write.Member != update.Member &&
        !IsDisposal(update.Store) &&
        (!IsDisposal(write) || writes.Any(w => w.Member != update.Member && SplitUpdates.LoadOf(w) is not null));

    /// <summary>
    /// The writer of a sequence lock makes the version odd, for the sake of the fence by an atomic step, and even again: it is the only one, or alone by a
    /// lock.
    /// </summary>
    private static bool IsOpening(MemberEvent write, SplitUpdate update, ProtocolContext context) =>
        write.Event.Delta == 1 && update.Store.Event.Stored is Value.Derived { Addend: 1 } && context.World.Members.Any(
            m => !m.IsConstruction && VersionChecks.Find(context, m).Any(v => v.First.Location!.MayAlias(update.Store.Location)));

    /// <summary>Both hold a lock, and not the same one.</summary>
    private static bool HasOtherLock(MemberEvent write, SplitUpdate update) =>
        !write.Event.Locks.IsEmpty && !update.Store.Event.Locks.IsEmpty && write.Member != update.Member && SplitUpdates.LoadOf(write) is not null &&
        write.Event.Locks.Locks.Concat(update.Store.Event.Locks.Locks).All(l => !l.IsShared && l.Location.Kind == Accesses.LocationKind.Field);

    private static bool IsOnOtherThread(MemberEvent write, SplitUpdate update, ProtocolContext context) =>
        Roles.AreApart(write, update.Store, context.World) && !Roles.IsOfUser(write, update.Member) &&
        SplitUpdates.LoadOf(write) is not null && !IsDisposal(write) && !IsDisposal(update.Store);

    /// <summary>The end of an object's life; a finalizer has its object to itself, but nothing static.</summary>
    private static bool IsDisposal(MemberEvent access) =>
        access.Member.Method.IsDisposal() && !(access.Member.Method.MethodKind == MethodKind.Destructor && access.Location.NamingSymbol is { IsStatic: true });

    /// <summary>Only ever raised, and looked at to be told: one that is lost does no harm. What a local counts is counted for the method's own end.</summary>
    private static bool IsStatistic(SplitUpdate update, List<MemberEvent> writes, ProtocolContext context) =>
        update.Store.Location.Kind != Accesses.LocationKind.Local &&
        writes.All(w => (SplitUpdates.LoadOf(w) is not null && SplitUpdates.IsRise(w.Event) && IsDiscarded(w.Event)) || Stores.IsClear(w.Event)) &&
        !context.World.AccessesOf(update.Store.Location).Any(a => a.Event.Reads && (context.Guards.Of(a).Any() || Starts(a.Member, update.Member)));

    /// <summary>Who starts the threads and then reads what they counted wants it right.</summary>
    private static bool Starts(Member member, Member started) => StartsOf(member, started).Any();

    private static IEnumerable<MemoryEvent> StartsOf(Member member, Member started) =>
        started.Method.MethodKind != MethodKind.AnonymousFunction
            ? Enumerable.Empty<MemoryEvent>()
            : member.Graph.Events.Where(e => e.Kind == EventKind.Start && Holds(e.Operation.Syntax, started.Method.DeclaringSyntaxReferences[0].GetSyntax()));

    private static bool Holds(SyntaxNode outer, SyntaxNode inner) => outer.SyntaxTree == inner.SyntaxTree && outer.Span.Contains(inner.Span);

    private static bool IsDiscarded(MemoryEvent store) => store.Operation.Syntax.Parent is ExpressionStatementSyntax or ArrowExpressionClauseSyntax;

    /// <summary>What is stored by Volatile in an element has one writer: each thread has an element of its own, which others add up.</summary>
    private static bool IsOwnCell(SplitUpdate update) => update.Store is
    {
        Location.Kind: Accesses.LocationKind.Element, Event: { IsMarked: true, Kind: EventKind.Store, Path.Index: not (null or Value.Constant) },
    };

    /// <summary>The body of a parallel loop changes a field of the object around it: the same one in each of its turns.</summary>
    private static bool IsOfParallelLoop(SplitUpdate update, ProtocolContext context) =>
        update.Store is { Location.Kind: Accesses.LocationKind.Field, Event.Path.Base: null or Value.Given { Symbol: INamedTypeSymbol } } &&
        context.World.Own.Any(m => StartsOf(m, update.Member).Any(e => e.Effect.Is(MemberTraits.Parallel)));

    /// <summary>Several threads run the member: a parallel loop, or a lambda that is started in a loop around which the location lasts.</summary>
    private static bool IsRunBySeveral(SplitUpdate update, ProtocolContext context)
    {
        if (update.Member.IsRepeated)
            return true;
        if (update.Member.Kind != MemberKind.Started)
            return false;
        ISymbol? location = update.Store.Location.Symbol;
        bool Begins(GraphNode node) => node.Event?.Operation is ISimpleAssignmentOperation
            { Target: ILocalReferenceOperation { IsDeclaration: true } target } && SymbolEqualityComparer.Default.Equals(target.Local, location);
        return context.World.Own.Any(m => StartsOf(m, update.Member).Any(
            e => !e.Effect.Is(MemberTraits.Continuation) && m.Search.ReachesUnblocked(e.Node, e.Node, node => Begins(node) || IsJoin(node))));
    }

    /// <summary>What was started may be over behind it; but for the wait for a permit, which says nothing of that.</summary>
    private static bool IsJoin(GraphNode node) => node.Event is { Kind: EventKind.Wait, Operation: var wait } ? !IsForPermit(wait)
        : node.Event?.Operation is IAwaitOperation await && !IsForPermit(await.Operation);

    private static bool IsForPermit(IOperation wait) => LibraryTypes.Semaphores.Contains((wait as IInvocationOperation)?.TargetMethod.ContainingType);
}
