using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol;
using AioBarrierAnalyzers.Protocol.CheckThenAct;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Rules;

/// <summary>AIO2002: the flag that announces work is cleared too weakly before the work, or too late behind it (2015, <c>aio_bh_poll</c>).</summary>
internal sealed class TestThenClear : IProtocolRule
{
    public DiagnosticDescriptor Descriptor => Descriptors.Descriptors.AIO2002_TestThenClear;

    public IEnumerable<Finding> Examine(ProtocolContext context)
    {
        foreach (FlagTurn turn in FlagTurns.Find(context))
        {
            if (!Stores.IsClear(turn.Store.Event) || !context.IsConcerned(turn.Store.Event, turn.Test.Load.Event))
                continue;
            if (turn.Store.Event.Stored is Value.Constant { Content: not null } && FindScheduler(turn, context) is { } setter)
                yield return ReportWeak(turn, setter, context);
            else if (TwoRunners.WakeTwice(turn, context) || TwoRunners.GiveBackTwice(turn, context) || TwoRunners.FinishTwice(turn, context) ||
                DoubleLeases.IsOne(turn))
            {
                yield return ReportTwice(turn, context);
            }
        }

        foreach ((Guard test, MemberEvent clear, MemberEvent setter) in LateTurns.Find(context))
        {
            if (context.BringsTogether(clear.Event, test.Load.Event))
                yield return ReportStep(test.Load, clear,
                    setter, "it comes after the work was looked at, so that what {0} announces in between is wiped out and nobody looks again", context);
        }

        foreach ((MemberEvent load, MemberEvent store, Guard decision) in SplitSwaps.Find(context))
        {
            if (Conditions.AsNumber(store.Event.Stored) == 0 && !IsHandle(store) && context.IsConcerned(store.Event, load.Event) &&
                FindAnnouncer(store, context) is { } setter)
            {
                yield return ReportStep(load, store, setter, "what {0} stores between the read and this is wiped out unseen", context);
            }
        }

        foreach ((MemberEvent load, MemberEvent clear, MemberEvent installer) in SplitTakes.Find(context))
        {
            if (context.IsConcerned(clear.Event, load.Event))
                yield return ReportStep(load, clear, installer, "what {0} puts there between the read and this is forgotten", context);
        }

        foreach (LateReset late in LateResets.Find(context))
        {
            if (context.IsConcerned(late.Reset.Event, late.Look.Event))
            {
                yield return ReportStep(late.Look, late.Reset, late.Add,
                    $"it comes after the last look at '{late.Look.Location.Name}', so that what {{0}} adds and announces in between is wiped out, and " +
                        "the worker waits for what is there", context);
            }
        }

        foreach (LateClear late in LateClears.Find(context))
        {
            if (context.IsConcerned(late.Clear.Event, late.Look.Event))
                yield return ReportLate(late, context);
        }
    }

    /// <summary>A handle leads to something, and announces nothing.</summary>
    private static bool IsHandle(MemberEvent store) =>
        store.Location.Symbol is IFieldSymbol { Type.SpecialType: SpecialType.System_IntPtr or SpecialType.System_UIntPtr };

    private static MemberEvent? FindScheduler(FlagTurn turn, ProtocolContext context)
    {
        EvidenceKinds kinds = context.Evidence.Of(turn.Store.Location);
        if ((kinds & (EvidenceKinds.Marked | EvidenceKinds.Role | EvidenceKinds.Declared)) == 0)
            return null;
        IEnumerable<MemberEvent> setters = context.World.AccessesOf(turn.Store.Location).Where(
            a => a.Event.Writes && a.Member != turn.Member && !Stores.IsClear(a.Event) && a.Event.Stored is not null &&
                turn.Test.Admits(a.Event.Stored) && !a.Event.Locks.Excludes(turn.Store.Event.Locks) && !a.HasItsObjectToItself());
        return setters.FirstOrDefault(s => LooksForWork(turn, s, context));
    }

    /// <summary>Behind the clear, shared data is read or a callback run, and nothing keeps that behind it.</summary>
    private static bool LooksForWork(FlagTurn turn, MemberEvent setter, ProtocolContext context)
    {
        GraphSearch search = turn.Member.Search;
        if (IsMailbox(turn, search, context))
            return false;
        foreach (MemoryEvent @event in turn.Member.Graph.Events)
        {
            // Under a lock a callback may find what others leave under that lock, too.
            if (turn.IsUnderLock || !turn.Test.Covers(@event) || !search.Reaches(turn.Store.Event.Node, @event.Node))
                continue;
            if (@event is { Kind: EventKind.Invoke, Operation: IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } } &&
                search.HasUnorderedPath(turn.Store.Event, ProbeLoad(@event)))
            {
                return true;
            }
        }

        return LooksFor(turn, context)
            .Any(look => IsAskedFirst(setter, context) || setter.Member.Accesses.Any(a => a.Event.Writes && a.Location.Overlaps(look.Location!)));
    }

    /// <summary>
    /// The shared data that is read behind the clear; under a lock of who stores it, that one's critical section comes before or behind the clear. What only
    /// those store that clear the flag as well is their own: where they stand in a ring, how often they came by.
    /// </summary>
    private static IEnumerable<MemoryEvent> LooksFor(FlagTurn turn, ProtocolContext context) => turn.Member.Graph.Events.Where(
        e => e.Kind == EventKind.Load && turn.Test.Covers(e) && e.Location is { } location && !location.Overlaps(turn.Store.Location) &&
            e.Path!.IsFresh == false && turn.Member.Search.Reaches(turn.Store.Event.Node, e.Node) &&
            context.World.AccessesOf(location).Any(
                a => a.Event.Writes && a.Member != turn.Member && !Stores.IsClear(a.Event) && !a.Event.Locks.Excludes(e.Locks) &&
                    !ClearsToo(a.Member, turn)) &&
            turn.Member.Search.HasUnorderedPath(turn.Store.Event, e));

    private static bool ClearsToo(Member member, FlagTurn turn) => member.Accesses.Any(
        a => a.Event.Kind == EventKind.Store && Stores.IsClear(a.Event) && a.Location.MayAlias(turn.Store.Location));

    /// <summary>What the flag announces is taken before it is cleared: the flag gives a slot back, and there is nothing to look for behind it.</summary>
    private static bool IsMailbox(FlagTurn turn, GraphSearch search, ProtocolContext context) => turn.Member.Accesses.Any(
        a => a.Event.Kind == EventKind.Load && turn.Test.Covers(a.Event) && search.Reaches(a.Event.Node, turn.Store.Event.Node) &&
            a.Event.Node < turn.Store.Event.Node && !a.Location.Overlaps(turn.Store.Location) &&
            context.World.AccessesOf(a.Location).Any(w => w.Event.Writes && w.Member != turn.Member && !Stores.IsClear(w.Event)));

    /// <summary>Unknown code reads what it needs with plain loads, as far as can be told.</summary>
    private static MemoryEvent ProbeLoad(MemoryEvent call) =>
        new(call.Node, EventKind.Load, MemoryModel.MemoryAction.PlainLoad, call.Operation, call.Frame, call.Locks);

    private Finding ReportWeak(FlagTurn turn, MemberEvent setter, ProtocolContext context) => new(
        Descriptor,
        context.SiteOf(turn.Store),
        new EditHint(nameof(EditKind.Clear), turn.Store.Location.Name),
        context.SiteOf(turn.Test.Load),
        new[] { setter.Event.Operation.Syntax },
        turn.Store.Location.Name,
        $"it can become visible only after the work was looked at, so that {ProtocolContext.Describe(setter)} " +
            (IsAskedFirst(setter, context) ? "still finds the flag set" : "sets the flag before that for nothing") + " and its work is not seen");

    /// <summary>An exchange that gives the old value to one of the two repairs it; the reference has to be taken from its result.</summary>
    private Finding ReportTwice(FlagTurn turn, ProtocolContext context) => new(
        Descriptor, context.SiteOf(turn.Store), new EditHint(nameof(EditKind.None), turn.Store.Location.Name), context.SiteOf(turn.Test.Load),
        System.Array.Empty<SyntaxNode>(), turn.Store.Location.Name,
        $"two threads in {turn.Member.Name} can both find it set before either clears it, and both " +
            (turn.Store.Location.Kind == Accesses.LocationKind.Element ? "take the same object" : "do the work"));

    /// <summary>Who sets the flag looks at it first, and leaves it where it finds it set.</summary>
    private static bool IsAskedFirst(MemberEvent setter, ProtocolContext context) =>
        setter.Event.Kind == EventKind.ReadModifyWrite || context.Guards.Of(setter.Member).Any(g => g.Load.Location.MayAlias(setter.Location));

    /// <summary>Another member that stores something to be found; a count that is reset plainly is no announcement (AIO2004).</summary>
    private static MemberEvent? FindAnnouncer(MemberEvent clear, ProtocolContext context) => context.World.AccessesOf(clear.Location).FirstOrDefault(
        a => a.Event.Writes && a.Member != clear.Member && (a.Event.Delta == 0 || !clear.Event.Action.IsPlain) && Conditions.AsNumber(a.Event.Stored) != 0 &&
            !a.Event.Locks.Excludes(clear.Event.Locks) && !a.HasItsObjectToItself());

    private Finding ReportStep(MemberEvent test, MemberEvent clear, MemberEvent setter, string harm, ProtocolContext context) => new(
        Descriptor, context.SiteOf(clear), new EditHint(nameof(EditKind.None), clear.Location.Name), context.SiteOf(test),
        new[] { setter.Event.Operation.Syntax }, clear.Location.Name, string.Format(harm, ProtocolContext.Describe(setter)));

    private Finding ReportLate(LateClear late, ProtocolContext context) => new(
        Descriptor,
        ProtocolContext.SiteBeside(late.Clear.Event, late.Look.Event),
        new EditHint(nameof(EditKind.None), late.Clear.Location.Name),
        null,
        new[] { late.Look.Event.Operation.Syntax, late.Add.Event.Operation.Syntax, late.Decision.Load.Event.Operation.Syntax },
        late.Clear.Location.Name,
        $"it comes after the last look at '{late.Look.Location.Name}', so that what {ProtocolContext.Describe(late.Add)} adds in between finds the flag in " +
            "its old state and nobody looks again");
}
