using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Protocol.CheckThenAct;

/// <summary>Says of a flag's turn in a helper whether a thread of its own runs it, such as a timer's, and another member too.</summary>
internal static class TwoRunners
{
    /// <summary>What follows the turn is done twice; of a disposal twice that is mostly meant to do no harm.</summary>
    public static bool Repeat(FlagTurn turn, ProtocolContext context) => AreTwo(turn, context, static m => !m.Method.IsDisposal()) &&
        Behind(turn).Any(e => e.Kind is EventKind.Opaque or EventKind.Invoke && e.Frame == turn.Store.Event.Frame);

    /// <summary>
    /// What is given back behind the turn is given back twice, by a disposal too: a permit, say, or the answer to a request. A pulse for nothing does no harm.
    /// </summary>
    public static bool WakeTwice(FlagTurn turn, ProtocolContext context) =>
        Behind(turn).Any(static e => e is { Kind: EventKind.Wake, Effect.Family: not LockFamily.Monitor }) && AreTwo(turn, context, static _ => true);

    /// <summary>The memory whose address is taken away is given back twice: who rents it next shares it with another.</summary>
    public static bool GiveBackTwice(FlagTurn turn, ProtocolContext context) => turn.Member.Graph.Events.Any(
            e => e.GivenBack is not null && e.Frame == turn.Store.Event.Frame && turn.Test.IsOnlyWayTo(e)) &&
        !turn.IsUnderLock && AreTwo(turn, context, IsUnlocked, isMarked: false);

    /// <summary>
    /// The flag is set in construction and never again: of all that may end what it stands for, such as a deadline and the owner, one is to call back.
    /// </summary>
    public static bool FinishTwice(FlagTurn turn, ProtocolContext context) => turn.Store.Event.Stored is Value.Constant { Content: not null } &&
        !turn.IsUnderLock && Behind(turn).Any(e => e.Kind == EventKind.Invoke && e.Frame == turn.Store.Event.Frame) &&
        context.World.AccessesOf(turn.Store.Location).All(a => !a.Event.Writes || Stores.IsClear(a.Event)) &&
        AreTwo(turn, context, static m => !m.Method.IsDisposal());

    /// <summary>Who comes second waits until the first has done what the flag stands for: that is to be done once, and he does expect another.</summary>
    public static bool FirstIsWaitedFor(FlagTurn turn) => turn.Member.Graph.Events.Exists(
        wait => wait is { Kind: EventKind.Wait, Location: { } @event } && turn.Test.IsOpposite(wait) &&
            Behind(turn).Any(e => e.Kind == EventKind.Wake && e.Location?.MayAlias(@event) == true));

    /// <summary>
    /// Whoever takes the turn stores a third value when he is done, and who finds that goes on with what was done: all of them come here, and one is to do it.
    /// </summary>
    public static bool IsFinishedForOthers(FlagTurn turn, ProtocolContext context)
    {
        GraphSearch search = turn.Member.Search;
        bool LooksAgain(GraphNode node) => node.Event is { Reads: true, Location: { } read } && read.MayAlias(turn.Store.Location);
        bool GoesOn(int way) => !LooksAgain(turn.Member.Graph[way]) && search.ReachesEnd(way, LooksAgain, static _ => false);
        return turn.Member.Kind == MemberKind.Ordinary && !turn.IsUnderLock && context.Evidence.IsMarked(turn.Store.Location) && turn.Member.Accesses.Any(
            done => done.Event is { Kind: EventKind.Store, Stored: Value.Constant third } && done.Location.MayAlias(turn.Store.Location) &&
                !Value.Same(third, turn.Store.Event.Stored) && !turn.Test.Admits(third) && search.Reaches(turn.Store.Event.Node, done.Event.Node) &&
                context.Guards.Of(turn.Member).Exists(
                    g => g.Load.Event.Kind == EventKind.Load && g.Load.Location.MayAlias(turn.Store.Location) && g.Demands(third) &&
                        !g.Admits(turn.Store.Event.Stored) && search.Reaches(g.Load.Event.Node, turn.Test.Load.Event.Node) &&
                        GoesOn(g.Branch.Successors[g.Outcome ? 0 : 1])));
    }

    /// <summary>Takes no lock and waits for nothing that would keep the other out; and it is no finalizer, which nobody is beside.</summary>
    private static bool IsUnlocked(Member member) => member.Method.MethodKind != MethodKind.Destructor && !member.HasInnerLock &&
        !member.Graph.Events.Exists(static e => e.Kind is EventKind.Wait or EventKind.LockEnter);

    private static bool AreTwo(FlagTurn turn, ProtocolContext context, System.Func<Member, bool> counts, bool isMarked = true)
    {
        List<Member> runners = context.World.AccessesOf(turn.Store.Location)
            .Where(a => a.Event.Operation.Syntax == turn.Store.Event.Operation.Syntax && counts(a.Member)).Select(a => a.Member).Distinct().ToList();
        return runners.Count > 1 && runners.Any(m => m.Kind == MemberKind.Started) && (!isMarked || context.Evidence.IsMarked(turn.Store.Location));
    }

    private static IEnumerable<MemoryEvent> Behind(FlagTurn turn) => turn.Member.Graph.Events.Where(
        e => e.Kind is EventKind.Opaque or EventKind.Invoke or EventKind.Wake && turn.Test.Covers(e) &&
            turn.Member.Search.Reaches(turn.Store.Event.Node, e.Node));
}
