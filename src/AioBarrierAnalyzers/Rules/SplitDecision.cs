using System.Collections;
using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis;
using LocationKind = AioBarrierAnalyzers.Accesses.LocationKind;

namespace AioBarrierAnalyzers.Rules;

/// <summary>AIO3002: a condition over guarded state is read outside the critical section that acts on it, and not again inside (2005).</summary>
internal sealed class SplitDecision : IProtocolRule
{
    public DiagnosticDescriptor Descriptor => Descriptors.Descriptors.AIO3002_SplitDecision;

    public IEnumerable<Finding> Examine(ProtocolContext context)
    {
        foreach (Member member in context.World.Own)
        {
            if (member.IsConstruction || member.MayRunAtOnce || member.Method.IsDisposal())
                continue;
            foreach (Guard guard in context.Guards.Of(member))
            {
                if (guard.Load.Event is { Kind: EventKind.Load } look && !look.Locks.HasUnknown && Act(guard, context) is { } act && context.IsConcerned(look, act.Event))
                    yield return Report(guard, act, context);
            }
        }
    }

    private Finding Report(Guard guard, MemberEvent act, ProtocolContext context)
    {
        MemoryLocation @lock = Held(act, context)!;
        LockSite? rival = context.Locks.SitesOf(act.Location).Where(s => s.Changes && s.Holds(@lock)).OrderBy(s => s.Member == act.Member).FirstOrDefault();
        SyntaxNode shown = context.SiteOf(guard.Load);
        return new Finding(
            Descriptor,
            shown,
            new EditHint(nameof(EditKind.None), guard.Load.Location.Name),
            act.Event.Operation.Syntax,
            rival is null ? System.Array.Empty<SyntaxNode>() : new[] { rival.Access.Event.Operation.Syntax },
            guard.Load.Location.Name,
            @lock.Kind == LocationKind.This ? "the object" : @lock.Name,
            $"{(rival is null || rival.Member == act.Member ? "another thread" : ProtocolContext.Describe(rival.Access))} can change it before line {Line(act)} acts on it");
    }

    private static int Line(MemberEvent access) => access.Event.Operation.Syntax.GetLocation().GetLineSpan().StartLinePosition.Line + 1;

    /// <summary>The first act that rests on the decision and is in another critical section than the look.</summary>
    private static MemberEvent? Act(Guard guard, ProtocolContext context) => guard.Member.Accesses.FirstOrDefault(
        a => guard.Covers(a.Event) && DependentAct.Rests(guard, a) && Held(a, context) is { } @lock && LockObjects.IsAtHome(@lock, guard.Load) &&
            IsGivenBack(guard, a, @lock, context) && IsShared(a, @lock, context));

    private static MemoryLocation? Held(MemberEvent act, ProtocolContext context) =>
        act.Event.Locks.Locks.Where(l => !l.IsShared).Select(l => l.Location).FirstOrDefault(l => LockObjects.MayExclude(l, context.World));

    /// <summary>Another member, or another place, uses the location under the lock too.</summary>
    private static bool IsShared(MemberEvent act, MemoryLocation @lock, ProtocolContext context) =>
        context.Locks.SitesOf(act.Location).Any(s => s.Holds(@lock) && s.Access.Event.Operation.Syntax != act.Event.Operation.Syntax && s.Member != act.Member);

    /// <summary>On some way from the look to the act, with no further look, the lock is free.</summary>
    private static bool IsGivenBack(Guard guard, MemberEvent act, MemoryLocation @lock, ProtocolContext context)
    {
        GraphSearch search = guard.Member.Search;
        HashSet<MemoryEvent> looks = new(context.Guards.Of(guard.Member).Where(g => g.Load.Location.Equals(guard.Load.Location)).Select(g => g.Load.Event));
        bool IsLook(GraphNode node) => node.Event is { } @event && looks.Contains(@event);
        BitArray reached = search.ReachableFrom(guard.Load.Event.Node, IsLook);
        if (guard.Load.Event.Locks.Find(@lock) is null)
            return true;
        return guard.Member.Graph.Events.Any(e => reached[e.Node] && !IsLook(guard.Member.Graph.Nodes[e.Node]) && CriticalSections.IsOutside(e, @lock) && search.ReachableFrom(e.Node, IsLook)[act.Event.Node]);
    }
}
