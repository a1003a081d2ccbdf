using System.Collections;
using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.LockDiscipline;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Protocol.Sections;

/// <summary>
/// Finds what belongs to the step of an access: all that the member does with locations that others use under the same lock, as far as nothing that must not
/// be done with a lock lies between. Where such a thing lies within the step, no lock makes it whole.
/// </summary>
internal static class LockedSteps
{
    /// <summary>The step around accesses of one member, in the frame or in one of its callers.</summary>
    /// <param name="member">The member.</param>
    /// <param name="frame">What all of the accesses happen in.</param>
    /// <param name="core">The accesses.</param>
    /// <param name="lock">The lock that the step needs.</param>
    /// <param name="context">The type.</param>
    /// <param name="holders">Places at which the lock is held, besides those that use the same locations.</param>
    public static LockedStep? Around(Member member, Frame frame, IReadOnlyList<MemoryEvent> core, MemoryLocation @lock, ProtocolContext context,
        params MemberEvent[] holders)
    {
        List<MemoryEvent> guarded = member.Accesses.Where(a => IsGuarded(a, frame, @lock, context)).Select(a => a.Event).Except(core).ToList();
        for (Frame? at = frame; at is not null; at = at.Caller)
        {
            if (RunIn(at, core, guarded, @lock, member, context) is not { } run)
                return null;
            List<MemoryEvent> step = core.Concat(guarded.Where(e => IsIn(e, at) && run.Contains(e.SiteIn(at)))).ToList();
            if (at.Caller is null || !guarded.Any(e => !IsIn(e, at) && step.Any(s => AreBound(s, e, member, context))))
                return LockExpressions.At(run.First, @lock,
                    core.SelectMany(e => LockVotes.In(context).SitesOf(e.Location!))
                        .Concat(holders.Select(h => new LockSite(new[] { h }))), context) is { } taken ? new LockedStep(taken, run.First, run.Last) : null;

            // The callers' part belongs to it too: then all callers would have to be changed.
            if (core.Any(e => LockVotes.In(context).SitesOf(e.Location!)
                .Any(s => s.Access.Event.Operation.Syntax == e.Operation.Syntax && s.Member != member && !s.Holds(@lock))))
            {
                return null;
            }
        }

        return null;
    }

    private static StatementRun? RunIn(Frame frame, IReadOnlyList<MemoryEvent> core, List<MemoryEvent> guarded, MemoryLocation @lock, Member member,
        ProtocolContext context)
    {
        if (StatementRun.Around(core.Select(e => e.SiteIn(frame)).ToList()) is not { IsInSection: false } run || HasObstacle(run, frame, core, @lock, member))
            return null;
        var step = new List<MemoryEvent>(core);
        var apart = new List<MemoryEvent>();
        int start = run.First.SpanStart;
        foreach (MemoryEvent other in guarded.Where(e => IsIn(e, frame)).OrderBy(e => System.Math.Abs(e.SiteIn(frame).SpanStart - start)))
        {
            step.Add(other);
            if (run.With(other.SiteIn(frame)) is { } wider && (wider == run || !HasObstacle(wider, frame, step, @lock, member)))
            {
                run = wider;
                continue;
            }

            step.Remove(other);
            apart.Add(other);
        }

        return apart.Any(a => step.Any(s => AreBound(s, a, member, context))) ? null : run;
    }

    /// <summary>
    /// A location that the lock guards, or that somebody changes and most of the others use under it. What is only read without it where others update may be
    /// read so.
    /// </summary>
    private static bool IsGuarded(MemberEvent access, Frame frame, MemoryLocation @lock, ProtocolContext context)
    {
        if (access.Event.IsMarked || access.Event.IsConcurrentCollection)
            return false;
        if (LockVotes.In(context).Of(access.Location) is { } discipline)
            return discipline.Lock.MayAlias(@lock) && (discipline.Purpose is null || IsIn(access.Event, frame));
        IReadOnlyList<LockSite> sites = LockVotes.In(context).SitesOf(access.Location);
        List<LockSite> others = sites.Where(s => s.Member != access.Member).ToList();
        return sites.Any(s => s.Changes) && others.Count(s => s.Holds(@lock)) > others.Count(s => !s.Holds(@lock));
    }

    private static bool IsIn(MemoryEvent @event, Frame frame)
    {
        for (Frame? at = @event.Frame; at is not null; at = at.Caller)
        {
            if (at == frame)
                return true;
        }

        return false;
    }

    /// <summary>One of them decides on the other, or gives it its value or its object.</summary>
    private static bool AreBound(MemoryEvent a, MemoryEvent b, Member member, ProtocolContext context) =>
        RestsOn(a, b, member, context) || RestsOn(b, a, member, context);

    private static bool RestsOn(MemoryEvent use, MemoryEvent load, Member member, ProtocolContext context) =>
        load.Reads && (use.Stored?.Sources().Contains(load) == true || use.Handed.Any(v => v.Sources().Contains(load)) || use.DependsByAddress(load) ||
            context.Guards.Of(member).Any(g => g.Load.Event == load && g.Covers(use)));

    private static bool HasObstacle(StatementRun run, Frame frame, IReadOnlyList<MemoryEvent> step, MemoryLocation @lock, Member member) =>
        member.Graph.Events.Any(
        e => IsIn(e, frame) && run.Contains(e.SiteIn(frame)) && IsObstacle(e, @lock, member) &&
            (!IsMereCall(e) || !step.Any(s => run.IsOneStatement(s.SiteIn(frame), e.SiteIn(frame)))));

    /// <summary>What may take long, or wait for somebody who needs the lock. What is done under the lock already is no matter.</summary>
    private static bool IsObstacle(MemoryEvent @event, MemoryLocation @lock, Member member)
    {
        if (CriticalSections.GivesBack(@event) || @event.Operation is IAwaitOperation)
            return true;
        if (@event.Locks.Find(@lock) is not null)
            return false;
        return @event.Kind switch
        {
            EventKind.Wait or EventKind.Yield or EventKind.Invoke => true,
            EventKind.Opaque => @event.Operation is not (IObjectCreationOperation or IThrowOperation),
            EventKind.LockEnter => !Takes(@event, @lock, member),
            _ => false,
        };
    }

    /// <summary>A call of known code that is no delegate: it may stand in a statement that is locked anyway.</summary>
    private static bool IsMereCall(MemoryEvent @event) =>
        @event.Kind is EventKind.Opaque or EventKind.Invoke &&
        @event.Operation is not (IAwaitOperation or IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke });

    private static bool Takes(MemoryEvent enter, MemoryLocation @lock, Member member)
    {
        BitArray near = member.Search.ReachableFrom(enter.Node, static node => node.Event is not null);
        return member.Graph.Events.Any(e => near[e.Node] && e.Locks.Find(@lock) is not null);
    }
}
