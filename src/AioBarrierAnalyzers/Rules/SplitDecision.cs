using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Protocol.LockDiscipline;
using AioBarrierAnalyzers.Protocol.Sections;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Rules;

/// <summary>AIO3002: a condition over guarded state is read outside the critical section that acts on it, and not again inside (2005).</summary>
internal sealed class SplitDecision : IProtocolRule
{
    public DiagnosticDescriptor Descriptor => Descriptors.Descriptors.AIO3002_SplitDecision;

    public IEnumerable<Finding> Examine(ProtocolContext context)
    {
        if (!context.World.HasLocks)
            yield break;
        foreach (Member member in context.World.Own)
        {
            if (member.IsConstruction || member.MayRunAtOnce || member.Method.IsDisposal())
                continue;
            foreach (Guard guard in context.Guards.Of(member))
            {
                if (guard.Load.Event is { Kind: EventKind.Load } look && !look.Locks.HasUnknown && SplitActs.Of(guard, context) is var (act, @lock) &&
                    context.IsConcerned(look, act.Event))
                {
                    yield return Report(guard, act, @lock, context);
                }
            }
        }
    }

    private Finding Report(Guard guard, MemberEvent act, MemoryLocation @lock, ProtocolContext context)
    {
        LockSite? rival = LockVotes.In(context).SitesOf(guard.Load.Location).Where(s => s.Changes && s.Holds(@lock))
            .OrderBy(s => s.Member == act.Member).FirstOrDefault();
        LockedStep? step = LockedSteps.Around(act.Member, guard.Load.Event.CommonFrame(act.Event), new[] { guard.Load.Event, act.Event }, @lock, context);
        IEnumerable<SyntaxNode> others = rival is null ? System.Array.Empty<SyntaxNode>() : new[] { rival.Access.Event.Operation.Syntax };
        return new Finding(
            Descriptor,
            context.SiteOf(guard.Load),
            new EditHint(step is null ? nameof(EditKind.None) : nameof(EditKind.WrapInLock), guard.Load.Location.Name),
            step?.Lock ?? act.Event.Operation.Syntax,
            (step is null ? others : others.Prepend(act.Event.Operation.Syntax)).ToArray(),
            guard.Load.Location.Name,
            LockObjects.NameOf(@lock),
            $"{(rival is null || rival.Member == act.Member ? "another thread" : ProtocolContext.Describe(rival.Access))} can change it before line " +
                $"{ProtocolContext.LineOf(act.Event.Operation.Syntax)} acts on it")
        {
            Step = step,
        };
    }
}
