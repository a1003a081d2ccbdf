using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol;
using AioBarrierAnalyzers.Protocol.LockDiscipline;
using AioBarrierAnalyzers.Protocol.Sections;
using AioBarrierAnalyzers.Protocol.Updates;
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
            bool isConcerned = context.IsConcerned(update.Load.Event, update.Store.Event);
            if (!(isConcerned || context.IsOfOwnPart(update.Store)) || Exclusion.IsBehindAtomicLock(update.Load, update.Store) ||
                Rivals.Of(update, context) is not { } rival)
            {
                continue;
            }

            // What a struct does to itself may be right by how it is used, as a lock is; not where it says itself that it takes an atomic operation.
            if (!isConcerned && rival.Event.Kind != EventKind.ReadModifyWrite)
                continue;

            string other = rival.Event == update.Store.Event ? "another thread that is here too" : ProtocolContext.Describe(rival);
            yield return new Finding(
                Descriptor,
                context.OwnSiteBeside(update.Store.Event, update.Load.Event),
                new EditHint(nameof(EditKind.AtomicUpdate), update.Store.Location.Name),
                null,
                new[] { update.Load.Event.Operation.Syntax, rival.Event.Operation.Syntax }.Distinct().ToArray(),
                update.Store.Location.Name,
                $"what {other} stores between the read and the store is lost");
        }

        foreach ((SplitUpdate update, MemberEvent rival) in CopiedVersions.Find(context))
        {
            if (context.IsConcerned(update.Load.Event, update.Store.Event))
            {
                string other = rival.Event == update.Store.Event ? "another thread that is here too" : ProtocolContext.Describe(rival);
                yield return Report(update, $"what {other} stores between the read and the store is lost", context);
            }
        }

        foreach (SplitUpdate update in SplitEntries.Find(context))
        {
            if (context.IsConcerned(update.Load.Event, update.Store.Event))
                yield return Report(update, "what another thread that is here too stores under the same key between the read and the store is lost", context);
        }

        foreach (SplitUpdate update in LostExtremes.Find(context))
        {
            if (context.IsConcerned(update.Load.Event, update.Store.Event))
            {
                yield return Report(
                    update, "another thread that is here too can store a value between the read and the store that this one should not replace", context);
            }
        }

        foreach (SplitUpdate update in UnheededExchanges.Find(context))
        {
            if (context.IsConcerned(update.Load.Event, update.Store.Event))
            {
                yield return Report(
                    update, "where another thread stores after the read nothing is exchanged, and as nobody asks whether it was, this update is lost", context);
            }
        }

        foreach (StaleUpdate update in StaleUpdates.Find(context))
        {
            if (context.IsConcerned(update.Load.Event, update.Store.Event))
                yield return Report(update, context);
        }
    }

    private Finding Report(SplitUpdate update, string loss, ProtocolContext context)
    {
        return new Finding(
            Descriptor,
            context.OwnSiteBeside(update.Store.Event, update.Load.Event),
            new EditHint(nameof(EditKind.None), update.Store.Location.Name),
            null,
            new[] { update.Load.Event.Operation.Syntax },
            update.Store.Location.Name,
            loss);
    }

    private Finding Report(StaleUpdate update, ProtocolContext context)
    {
        MemoryEvent load = update.Load.Event;
        MemoryEvent store = update.Store.Event;
        LockedStep? step = LockedSteps.Around(update.Store.Member, load.CommonFrame(store), new[] { load, store }, update.Lock, context);
        string other = update.Rival == update.Store ? "another thread that is here too" : ProtocolContext.Describe(update.Rival);
        return new Finding(
            Descriptor,
            context.SiteOf(update.Store),
            new EditHint(step is null ? nameof(EditKind.None) : nameof(EditKind.WrapInLock), update.Store.Location.Name),
            step?.Lock ?? load.Operation.Syntax,
            (step is null ? Enumerable.Empty<SyntaxNode>() : new[] { load.Operation.Syntax }).Append(update.Rival.Event.Operation.Syntax).Distinct().ToArray(),
            update.Store.Location.Name,
            $"the read in line {ProtocolContext.LineOf(load.Operation.Syntax)} is not in the critical section of '{LockObjects.NameOf(update.Lock)}' that " +
                $"stores, and what {other} stores between is lost")
        {
            Step = step,
        };
    }
}
