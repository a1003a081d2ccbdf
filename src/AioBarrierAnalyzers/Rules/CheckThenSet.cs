using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol;
using AioBarrierAnalyzers.Protocol.CheckThenAct;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Rules;

/// <summary>AIO2001: a flag that claims work is tested and then set (2015, <c>qemu_bh_schedule</c>), idle variants too.</summary>
internal sealed class CheckThenSet : IProtocolRule
{
    public DiagnosticDescriptor Descriptor => Descriptors.Descriptors.AIO2001_CheckThenSet;

    public IEnumerable<Finding> Examine(ProtocolContext context)
    {
        foreach (FlagTurn turn in FlagTurns.Find(context))
        {
            if (!Stores.IsClear(turn.Store.Event) && (context.IsConcerned(turn.Test.Load.Event, turn.Store.Event) || IsTakenHere(turn, context)) &&
                ((!IsLifecycle(turn) && HasEvidence(turn, context) && ClaimsWork(turn, context)) || TwoRunners.WakeTwice(turn, context) ||
                    TwoRunners.GiveBackTwice(turn, context)))
            {
                yield return Report(turn.Test.Load, turn.Store, context);
            }
        }

        foreach ((MemberEvent load, MemberEvent store, Guard decision) in SplitSwaps.Find(context))
        {
            if (Stores.IsSet(store.Event) && context.IsConcerned(load.Event, store.Event) &&
                (store.Event.Kind == EventKind.ReadModifyWrite || !store.Member.Method.IsDisposal()) &&
                !Exclusion.IsHeldApart(load, store) && DecidesWork(load, store, context))
            {
                yield return Report(load, store, context);
            }
        }

        foreach ((Guard test, MemberEvent update) in LooseBounds.Find(context))
        {
            if (context.IsConcerned(test.Load.Event, update.Event))
                yield return Report(test, update, context);
        }

        foreach ((Guard test, MemberEvent store) in DueTimes.Find(context))
        {
            if (context.IsConcerned(test.Load.Event, store.Event))
                yield return ReportTime(test.Load, store, context);
        }

        foreach ((MemberEvent look, MemberEvent store) in OverwrittenEntries.Find(context))
        {
            if (context.IsConcerned(look.Event, store.Event))
                yield return ReportEntry(look, store, context);
        }
    }

    private Finding ReportTime(MemberEvent test, MemberEvent store, ProtocolContext context) => new(
        Descriptor,
        context.OwnSiteBeside(store.Event, test.Event),
        new EditHint(nameof(EditKind.None), store.Location.Name),
        context.OwnSiteBeside(test.Event, store.Event),
        Partners(store, context),
        store.Location.Name,
        $"two threads in {store.Member.Name} can both find the time past before either sets the next one, and both do the work");

    /// <summary>The object of the first thread is out of the dictionary, and the first thread goes on to use it.</summary>
    private Finding ReportEntry(MemberEvent look, MemberEvent store, ProtocolContext context) => new(
        Descriptor,
        context.OwnSiteBeside(look.Event, store.Event),
        new EditHint(nameof(EditKind.None), store.Location.Name),
        context.OwnSiteBeside(store.Event, look.Event),
        Partners(store, context),
        store.Location.Name,
        $"two threads in {store.Member.Name} can both find nothing under the key, and the second to store replaces the object that the first already uses");

    /// <summary>A bound that is looked at in one step and counted against in another: the look is what must be atomic.</summary>
    private Finding Report(Guard test, MemberEvent update, ProtocolContext context) => new(
        Descriptor,
        context.OwnSiteBeside(test.Load.Event, update.Event),
        new EditHint(nameof(EditKind.None), update.Location.Name),
        context.OwnSiteBeside(update.Event, test.Load.Event),
        Partners(update, context),
        update.Location.Name,
        Counts.DirectionOf(update.Event) < 0
            ? $"two threads in {update.Member.Name} can both find one left before either counts it off, and both go on with it"
            : $"two threads in {update.Member.Name} can both find room before either is counted, and both go on");

    /// <summary>Reported at the test; a claim that stores no constant at the store, and no exchange repairs it.</summary>
    private Finding Report(MemberEvent test, MemberEvent store, ProtocolContext context) => new(
        Descriptor,
        store.Event.Stored is Value.Constant ? context.OwnSiteBeside(test.Event, store.Event) : context.OwnSiteBeside(store.Event, test.Event),
        new EditHint(store.Event.Stored is Value.Constant ? nameof(EditKind.Claim) : nameof(EditKind.None), store.Location.Name),
        store.Event.Stored is Value.Constant ? context.OwnSiteBeside(store.Event, test.Event) : context.OwnSiteBeside(test.Event, store.Event),
        Partners(store, context),
        store.Location.Name,
        $"two threads in {store.Member.Name} can both find it clear before either sets it, and both do the work");

    /// <summary>
    /// A helper of another type says who takes the turn, and does nothing with it: what is to be done once is done here, by who was told so.
    /// </summary>
    private static bool IsTakenHere(FlagTurn turn, ProtocolContext context) =>
        turn.Test.Load.Event.CommonFrame(turn.Store.Event) is { Depth: > 0, CallSite: not null } helper &&
        context.IsOwn(context.SiteOf(turn.Store)) && turn.Member.Graph.Events.Exists(
            e => ActsOf.Event(e) != Acts.None && turn.Test.Covers(e) && !e.IsIn(helper) && context.IsOwn(e) &&
                turn.Member.Search.Reaches(turn.Store.Event.Node, e.Node)) &&
        !turn.Member.Graph.Events.Exists(e => ActsOf.Event(e) != Acts.None && turn.Test.Covers(e) && e.IsIn(helper));

    private static SyntaxNode[] Partners(MemberEvent store, ProtocolContext context) =>
        context.World.AccessesOf(store.Location).Where(a => a.Event.Writes && a.Member != store.Member).Take(3).Select(a => a.Event.Operation.Syntax).ToArray();

    private static bool IsLifecycle(FlagTurn turn) => turn.Member.Method.IsDisposal() || turn.Member.Type.IsEnumerator() ||
        (turn.Member.Kind == MemberKind.Started && !turn.Member.IsRepeated);

    private static bool HasEvidence(FlagTurn turn, ProtocolContext context)
    {
        EvidenceKinds kinds = context.Evidence.Of(turn.Store.Location);
        return (kinds & (EvidenceKinds.Marked | EvidenceKinds.Role | EvidenceKinds.Declared)) != 0 || turn.Member.IsRepeated ||
            (HasAtomicUpdateInside(turn) && !IsGivenBack(turn)) || IdleClaims.IsStartedThread(turn.Test, turn.Store);
    }

    /// <summary>
    /// The same run clears the flag again: a mere field that is only true meanwhile keeps the thread itself from coming back in, through a callback.
    /// </summary>
    private static bool IsGivenBack(FlagTurn turn) => turn.Member.Accesses.Any(
        a => Stores.IsClear(a.Event) && a.Event.Frame == turn.Store.Event.Frame && a.Location.MayAlias(turn.Store.Location) &&
            turn.Member.Search.Reaches(turn.Store.Event.Node, a.Event.Node));

    /// <summary>What the flag claims updates something atomically: its author expects several threads there.</summary>
    private static bool HasAtomicUpdateInside(FlagTurn turn) => turn.Member.Accesses.Any(
        a => a.Event.Kind == EventKind.ReadModifyWrite && !a.Event.IsConcurrentCollection && a.Event.Frame == turn.Store.Event.Frame &&
            turn.Test.Covers(a.Event));

    /// <summary>The flag decides who does something that must be done once; a latch or a mailbox's full flag may look the same.</summary>
    private static bool ClaimsWork(FlagTurn turn, ProtocolContext context)
    {
        List<MemberEvent> writes = context.World.AccessesOf(turn.Store.Location).Where(a => a.Event.Writes).ToList();
        bool isSetElsewhere = writes
            .Any(a => a.Event.Operation.Syntax != turn.Store.Event.Operation.Syntax && !Stores.IsClear(a.Event) && a.Event.Stored is not null &&
                !turn.Test.Demands(a.Event.Stored));
        bool isCleared = writes.Any(a => turn.Test.Demands(a.Event.Stored) || Choices(a.Event.Stored).Any(turn.Test.Demands));

        if (turn.Store.Event.Stored is not Value.Constant && IdleClaims.IsStartedThread(turn.Test, turn.Store))
            return turn.Member.HasConcurrentAdd || !turn.Member.AtomicUpdates.IsEmpty || context.Evidence.IsMarked(turn.Store.Location);
        if (turn.Store.Event.Stored is not Value.Constant)
            return context.Evidence.IsMarked(turn.Store.Location) && (turn.Store.Event.Stored is Value.Made || IdleClaims.IsGivenBack(turn, context));
        if (TwoRunners.Repeat(turn, context) || TwoRunners.FirstIsWaitedFor(turn) || TwoRunners.IsFinishedForOthers(turn, context))
            return true;

        // One thread's own: nobody else ever sets it.
        if (turn.Member.Kind == MemberKind.Started && !isSetElsewhere && !turn.Member.IsRepeated)
            return false;

        Acts acts = ActsAfter(turn);
        if (acts == Acts.None && turn.Test.IsSpin && IsHandedOn(turn, writes))
            return false;
        if (acts == Acts.None && (RefusesTheSecond(turn.Test, turn.Test.Load, turn.Store) || ToldTurns.Is(turn, context)))
            return true;
        if (turn.Store.Event.Kind == EventKind.ReadModifyWrite && acts == Acts.Wake && !WakesOnce(turn))
            return false;
        if (acts == Acts.None)
            return isSetElsewhere && isCleared && context.Evidence.IsMarked(turn.Store.Location);
        return isCleared || IsMarkedByHand(writes, turn) ||
            (WakesOnce(turn) && context.Evidence.IsMarked(turn.Store.Location)) || ((acts & Acts.Start) != 0 && turn.Member.HasConcurrentAdd);
    }

    /// <summary>The values of which one is stored, as success or failure decides.</summary>
    private static IEnumerable<Value> Choices(Value? stored) => stored is Value.Derived { IsChoice: true } choice ? choice.Operands : Enumerable.Empty<Value>();

    /// <summary>Waits until others have cleared it, and leaves it to them by a third state: a slot of one writer. A lock is cleared by its holder.</summary>
    private static bool IsHandedOn(FlagTurn turn, List<MemberEvent> writes) =>
        writes.All(w => w.Member != turn.Member || !turn.Test.Demands(w.Event.Stored)) &&
        writes.Any(w => w.Member == turn.Member && !Value.Same(w.Event.Stored, turn.Store.Event.Stored));

    /// <summary>What is done behind the turn is to be done once; to cancel or to set an event a second time does nothing.</summary>
    private static bool WakesOnce(FlagTurn turn) => turn.Member.Graph.Events.Any(
        e => e.Effect.Is(MemberTraits.Once) && turn.Member.Search.Reaches(turn.Store.Event.Node, e.Node) && turn.Test.IsOnlyWayTo(e));

    /// <summary>Only who finds the old value acts.</summary>
    private static bool DecidesWork(MemberEvent load, MemberEvent store, ProtocolContext context) => context.Guards.Of(load).Any(
        g => Conditions.Decide(g.Branch.Condition!, load.Event, store.Event.Stored!) == !g.Outcome &&
            ((g.Acts & (Acts.Start | Acts.Wake | Acts.Invoke)) != 0 || RefusesTheSecond(g, load, store)));

    /// <summary>
    /// Test and set go through Volatile, who comes second gets an exception, and the first goes on to call something: that is to be done once.
    /// </summary>
    private static bool RefusesTheSecond(Guard test, MemberEvent load, MemberEvent store) =>
        !test.IsChoice && load.Event is { IsMarked: true, Operation: IInvocationOperation } &&
        store.Event is { IsMarked: true, Operation: IInvocationOperation } &&
        test.Member.Graph.Events
            .Any(e => e.Kind is EventKind.Opaque or EventKind.Invoke && test.Covers(e) && test.Member.Search.Reaches(store.Event.Node, e.Node));

    /// <summary>Some access of it goes through Volatile or Interlocked, or is atomic: it was meant for several threads, not merely declared volatile.</summary>
    private static bool IsMarkedByHand(List<MemberEvent> writes, FlagTurn turn) =>
        writes.Any(a => a.Event.IsMarked && a.Event.Operation is IInvocationOperation) || turn.Test.Load.Event.Operation is IInvocationOperation;

    private static Acts ActsAfter(FlagTurn turn)
    {
        var acts = Acts.None;
        foreach (MemoryEvent @event in turn.Member.Graph.Events)
        {
            if ((turn.Test.Covers(@event) || (turn.Store.Event.Kind == EventKind.ReadModifyWrite && turn.Test.IsOnlyWayTo(@event))) &&
                turn.Member.Search.Reaches(turn.Store.Event.Node, @event.Node))
            {
                acts |= ActsOf.Event(@event);
            }
        }

        return acts;
    }
}
