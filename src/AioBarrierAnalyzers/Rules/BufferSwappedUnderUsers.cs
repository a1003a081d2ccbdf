using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol;
using AioBarrierAnalyzers.Protocol.Lifetimes;
using AioBarrierAnalyzers.Protocol.LockDiscipline;
using AioBarrierAnalyzers.Protocol.Sections;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Rules;

/// <summary>AIO3004: a buffer is copied and replaced while another thread stores to the old one (2014, <c>aio_migratepage</c>).</summary>
internal sealed class BufferSwappedUnderUsers : IProtocolRule
{
    public DiagnosticDescriptor Descriptor => Descriptors.Descriptors.AIO3004_BufferSwappedUnderUsers;

    public IEnumerable<Finding> Examine(ProtocolContext context)
    {
        foreach (IGrouping<SyntaxNode, BufferSwap> group in BufferSwaps.Find(context).GroupBy(s => s.Swap.Event.Operation.Syntax))
        {
            BufferSwap swap = group.FirstOrDefault(s => s.Early is null) ?? group.First();
            if (swap.Early is { } early)
            {
                if (context.IsConcerned(early.Event, swap.Write.Event))
                    yield return Report(swap, early, context);
                continue;
            }

            if (!context.IsConcerned(swap.Swap.Event, swap.Copy))
                continue;
            LockedStep? step = StepOf(swap, context);
            yield return new Finding(
                Descriptor,
                context.SiteOf(swap.Swap),
                new EditHint(step is null ? nameof(EditKind.None) : nameof(EditKind.WrapInLock), swap.Swap.Location.Name),
                step?.Lock,
                new[] { swap.Copy.Operation.Syntax, swap.Write.Event.Operation.Syntax },
                swap.Swap.Location.Name,
                swap.Write.Location.Name,
                ProtocolContext.Describe(swap.Write),
                "without a lock that this holds, between the copying and the swap")
            {
                Step = step,
            };
        }

        foreach (BufferSwap late in LateWrites.Find(context))
        {
            if (late.Early is { } taken && context.IsConcerned(late.Write.Event, taken.Event))
                yield return ReportLate(late, context);
        }
    }

    private Finding ReportLate(BufferSwap late, ProtocolContext context) => new(
        Descriptor,
        context.SiteOf(late.Write),
        new EditHint(nameof(EditKind.None), late.Swap.Location.Name),
        null,
        new[] { late.Swap.Event.Operation.Syntax, late.Copy.Operation.Syntax },
        late.Swap.Location.Name,
        late.Write.Location.Name,
        ProtocolContext.Describe(late.Write),
        $"behind the lock under which it took the buffer, which {ProtocolContext.Describe(late.Swap)} may have exchanged and emptied by then");

    /// <summary>What is to be changed is where the writer reads the reference.</summary>
    private Finding Report(BufferSwap swap, MemberEvent early, ProtocolContext context) => new(
        Descriptor,
        context.SiteOf(early),
        new EditHint(nameof(EditKind.None), swap.Swap.Location.Name),
        null,
        new[] { swap.Write.Event.Operation.Syntax, swap.Swap.Event.Operation.Syntax },
        swap.Swap.Location.Name,
        swap.Write.Location.Name,
        ProtocolContext.Describe(swap.Write),
        $"through the reference that it reads here, before it takes the lock under which {ProtocolContext.Describe(swap.Swap)} replaces the buffer");

    /// <summary>From the copying to the swap, under a lock of the writer.</summary>
    private static LockedStep? StepOf(BufferSwap swap, ProtocolContext context)
    {
        Frame frame = swap.Swap.Event.CommonFrame(swap.Copy);
        MemoryEvent[] core = { swap.Copy, swap.Swap.Event };
        return swap.Write.Event.Locks.Locks
            .Where(l => !l.IsShared && LockObjects.MayExclude(l.Location, context.World) && swap.Swap.Event.Operation != swap.Copy.Operation)
            .Select(l => LockedSteps.Around(swap.Swap.Member, frame, core, l.Location, context, swap.Write))
            .FirstOrDefault(s => s is not null);
    }
}
