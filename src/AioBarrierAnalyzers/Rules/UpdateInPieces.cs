using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Protocol;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Rules;

/// <summary>AIO2003: a shared location is read, changed and stored in separate steps, and the store of another thread in between is lost (2005).</summary>
internal sealed class UpdateInPieces : IProtocolRule
{
    public DiagnosticDescriptor Descriptor => Descriptors.Descriptors.AIO2003_UpdateInPieces;

    public IEnumerable<Finding> Examine(ProtocolContext context)
    {
        foreach (SplitUpdate update in SplitUpdates.Find(context))
        {
            if (!context.IsConcerned(update.Load.Event, update.Store.Event) || FlagTurns.IsBehindAtomicLock(update.Load, update.Store) ||
                Rivals.Of(update, context) is not { } rival)
            {
                continue;
            }

            SyntaxNode beside = ProtocolContext.SiteBeside(update.Store.Event, update.Load.Event);
            string other = rival.Event == update.Store.Event ? "another thread that is here too" : ProtocolContext.Describe(rival);
            yield return new Finding(
                Descriptor,
                context.IsOwn(beside) ? beside : context.SiteOf(update.Store),
                new EditHint(nameof(EditKind.AtomicUpdate), update.Store.Location.Name),
                null,
                new[] { update.Load.Event.Operation.Syntax, rival.Event.Operation.Syntax }.Distinct().ToArray(),
                update.Store.Location.Name,
                $"what {other} stores between the read and the store is lost");
        }
    }
}
