using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Protocol.LockDiscipline;

/// <summary>
/// What work that was started does last, and the wait for it: it sets an event or flag, or counts itself out. Where several do the work, the one that has
/// counted itself out last sets the flag.
/// </summary>
internal sealed class WorkEnd
{
    private readonly Member _work;
    private readonly HashSet<MemoryEvent> _tells;

    /// <summary>The countdown, and what only the last one does behind it.</summary>
    private readonly List<Guard> _last;

    private WorkEnd(MemoryEvent wait, Member work, HashSet<MemoryEvent> tells, List<Guard> last)
    {
        Wait = wait;
        _work = work;
        _tells = tells;
        _last = last;
    }

    /// <summary>Passed only when the work has ended; of a loop, the look that it rests on.</summary>
    public MemoryEvent Wait { get; }

    /// <summary>A wait without a limit for an event, a semaphore or a countdown that nobody else sets.</summary>
    public static WorkEnd? OfSignal(MemoryEvent wait, Member work, bool isOnce, ProtocolContext context)
    {
        if (wait is not { Kind: EventKind.Wait, Location: { } signal, Effect: { Role: MemberRole.Wait, Result: AtomicResult.None } effect } ||
            effect.Is(MemberTraits.Awaitable))
        {
            return null;
        }

        bool IsWake(MemoryEvent e) => e.Kind == EventKind.Wake && e.Location?.MayAlias(signal) == true;
        List<MemoryEvent> tells = work.Graph.Events.Where(IsWake).ToList();
        return tells.Count == 0 || context.World.Members.Any(m => m != work && m.Graph.Events.Any(e => IsWake(e) && !IsCopy(e, tells)))
            ? null
            : Of(wait, work, tells, isOnce, tells.TrueForAll(IsCountdown), context);
    }

    /// <summary>A loop that waits until the work has set a flag or counted itself out, under one lock or in order.</summary>
    public static WorkEnd? OfLoop(Guard loop, MemoryEvent start, Member work, bool isOnce, ProtocolContext context)
    {
        MemberEvent look = loop.Load;
        if (look.Event.Kind != EventKind.Load || !look.Member.Graph.Events.Any(e => e.Kind is EventKind.Wait or EventKind.Yield && loop.Covers(e)) ||
            !loop.IsReturn)
        {
            return null;
        }

        List<MemoryEvent> tells = work.Accesses.Where(a => a.Event.Writes && a.Location.MayAlias(look.Location)).Select(a => a.Event).ToList();
        if (tells.Count == 0 || !tells.TrueForAll(t => t.Locks.Excludes(look.Event.Locks) || (t.IsMarked && look.Event.IsMarked)))
            return null;
        bool isCount = tells.TrueForAll(t => t.Stored is not Value.Constant);
        if (!isCount && !tells.TrueForAll(t => t.Stored is Value.Constant && !loop.Admits(t.Stored)))
            return null;

        // Whoever else ends the wait ends no work; it is made ready before the work is started.
        bool IsHarmless(MemberEvent a) => IsCopy(a.Event, tells) || (a.Event.Stored is Value.Constant && loop.Demands(a.Event.Stored)) ||
            (a.Member == look.Member && a.Member.Search.Reaches(a.Event.Node, start.Node) && !a.Member.Search.Reaches(start.Node, a.Event.Node));
        return context.World.AccessesOf(look.Location).All(a => !a.Event.Writes || a.Member == work || IsHarmless(a))
            ? Of(look.Event, work, tells, isOnce, isCount, context)
            : null;
    }

    /// <summary>The work makes the access before it ends, on every way.</summary>
    public bool IsBehind(MemoryEvent access)
    {
        bool isOfLast = _last.Count > 0 && _last.TrueForAll(g => g.Covers(access));
        bool IsEnd(MemoryEvent e) => _tells.Contains(e) || (!isOfLast && _last.Exists(g => g.Load.Event == e));
        return IsEnd(access) || (!_work.Search.ReachesEnd(access.Node, node => node.Event is { } e && IsEnd(e), static _ => false) &&
            !_work.Graph.Events.Any(e => IsEnd(e) && _work.Search.Reaches(e.Node, access.Node)));
    }

    private static WorkEnd? Of(MemoryEvent wait, Member work, List<MemoryEvent> tells, bool isOnce, bool isOfEach, ProtocolContext context)
    {
        var last = new List<Guard>();
        if (!isOnce && !isOfEach)
        {
            last.AddRange(context.Guards.Of(work).Where(
                g => g.Load.Event is { Kind: EventKind.ReadModifyWrite, Delta: < 0, IsConcurrentCollection: false } && tells.Exists(g.Covers)));
            if (!tells.TrueForAll(t => last.Exists(g => g.Covers(t))))
                return null;
        }
        else if (!isOnce && tells.Exists(t => work.Search.Reaches(t.Node, t.Node)))
        {
            // Who counts time and again may do so for the others.
            return null;
        }

        return new WorkEnd(wait, work, new HashSet<MemoryEvent>(tells), last);
    }

    /// <summary>The work itself, done in a member as well.</summary>
    private static bool IsCopy(MemoryEvent other, List<MemoryEvent> tells) => tells.Exists(t => t.Operation.Syntax == other.Operation.Syntax);

    private static bool IsCountdown(MemoryEvent wake) =>
        LibraryTypes.Countdown.Contains((wake.Operation as IInvocationOperation)?.TargetMethod.ContainingType);
}
