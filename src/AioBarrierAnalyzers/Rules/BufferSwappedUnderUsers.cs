using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Protocol;
using AioBarrierAnalyzers.Protocol.Lifetimes;
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
            BufferSwap swap = group.First();
            if (!context.IsConcerned(swap.Swap.Event, swap.Copy))
                continue;
            yield return new Finding(
                Descriptor,
                context.SiteOf(swap.Swap),
                new EditHint(nameof(EditKind.None), swap.Swap.Location.Name),
                null,
                new[] { swap.Copy.Operation.Syntax, swap.Write.Event.Operation.Syntax },
                swap.Swap.Location.Name,
                swap.Write.Location.Name,
                ProtocolContext.Describe(swap.Write));
        }
    }
}
