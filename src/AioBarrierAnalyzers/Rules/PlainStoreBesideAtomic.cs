using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Protocol;
using AioBarrierAnalyzers.Protocol.Updates;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Rules;

/// <summary>AIO2004: a plain store to a location that others update atomically wipes out what they have done (2015).</summary>
internal sealed class PlainStoreBesideAtomic : IProtocolRule
{
    public DiagnosticDescriptor Descriptor => Descriptors.Descriptors.AIO2004_PlainStoreBesideAtomic;

    public IEnumerable<Finding> Examine(ProtocolContext context)
    {
        foreach (Overwrite overwrite in Overwrites.Find(context))
        {
            if (!context.IsConcerned(overwrite.Store.Event, (overwrite.Look ?? overwrite.Store).Event) && !context.IsOfOwnPart(overwrite.Store))
                continue;
            bool canTake = overwrite.Look is { Event.Kind: Accesses.EventKind.Load };
            string other = ProtocolContext.Describe(overwrite.Update);
            yield return new Finding(
                Descriptor,
                context.SiteOf(overwrite.Store),
                new EditHint(canTake ? nameof(EditKind.AtomicTake) : nameof(EditKind.None), overwrite.Store.Location.Name),
                overwrite.Look is { } look ? context.SiteOf(look) : null,
                new[] { overwrite.Update.Event.Operation.Syntax }.Where(p => overwrite.Look != overwrite.Update).ToArray(),
                overwrite.Store.Location.Name,
                overwrite.Look is null
                    ? $"the change that {other} makes at the same time, and believes to have made, is undone"
                    : overwrite.Look == overwrite.Update
                        ? "several threads can get here, and each wipes out what others have counted since"
                        : $"what {other} does between the look at it (line {LineOf(context.SiteOf(overwrite.Look))}) and this store is wiped out");
        }
    }

    private static int LineOf(SyntaxNode node) => node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
}
