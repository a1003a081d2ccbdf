using System.Collections.Generic;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol;
using AioBarrierAnalyzers.Protocol.LockDiscipline;
using AioBarrierAnalyzers.Protocol.Sections;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Rules;

/// <summary>
/// AIO3003: two changes that a sibling makes in one critical section, or that it sees there as one, are made in two, one right after the other (2005).
/// </summary>
internal sealed class TornStep : IProtocolRule
{
    public DiagnosticDescriptor Descriptor => Descriptors.Descriptors.AIO3003_TornStep;

    public IEnumerable<Finding> Examine(ProtocolContext context)
    {
        foreach (Member member in context.World.Own)
        {
            if (member.IsConstruction || member.MayRunAtOnce || member.Method.IsDisposal())
                continue;
            foreach ((MemberEvent first, MemberEvent second, MemoryLocation @lock) in TornSteps.In(member, context))
            {
                if (TornSteps.Sibling(first, second, @lock, context) is { } sibling)
                {
                    yield return Report(
                        first, second, @lock, sibling, "changes both in one, and here another thread can see the first change without the second", context);
                    break;
                }

                if (MovedItems.Onlooker(first, second, @lock, context) is { } look)
                {
                    yield return Report(first, second, @lock, look, "looks at both in one, and finds what is moved here in neither", context);
                    break;
                }
            }

            foreach ((MemberEvent take, LockSite look, MemoryLocation @lock) in LooseTakes.In(member, context))
            {
                yield return new Finding(
                    Descriptor, context.SiteOf(take), new EditHint(nameof(EditKind.None), take.Location.Name), null,
                    new[] { look.Access.Event.Operation.Syntax },
                    take.Location.Name, take.Location.Name, LockObjects.NameOf(@lock),
                    $"{ProtocolContext.Describe(look.Access)} looks at the first item and takes it under the lock, and what it takes can be another one when " +
                        "this is done without");
            }
        }
    }

    private Finding Report(MemberEvent first, MemberEvent second, MemoryLocation @lock, MemberEvent other, string why, ProtocolContext context)
    {
        Frame common = first.Event.CommonFrame(second.Event);
        LockedStep? step = LockedSteps.Around(first.Member, common, new[] { first.Event, second.Event }, @lock, context);
        SyntaxNode beside = second.Event.SiteIn(common);
        return new Finding(
            Descriptor,
            first.Event.SiteIn(common) is var site && context.IsOwn(site) ? site : context.SiteOf(first),
            new EditHint(step is null ? nameof(EditKind.None) : nameof(EditKind.WrapInLock), first.Location.Name),
            step?.Lock ?? beside,
            step is null ? new[] { other.Event.Operation.Syntax } : new[] { beside, other.Event.Operation.Syntax },
            first.Location.Name,
            second.Location.Name,
            LockObjects.NameOf(@lock),
            $"{ProtocolContext.Describe(other)} {why}")
        {
            Step = step,
        };
    }
}
