using System.Collections.Generic;
using AioBarrierAnalyzers.Protocol;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Rules;

/// <summary>AIO1001: a store, then a check that decides to wake, start or sleep, with no full fence between (2008; 2015).</summary>
internal sealed class MissingFullFence : IProtocolRule
{
    public DiagnosticDescriptor Descriptor => Descriptors.Descriptors.AIO1001_MissingFullFence;

    public IEnumerable<Finding> Examine(ProtocolContext context)
    {
        foreach (StoreBuffering.Cycle cycle in new StoreBuffering(context).Find())
        {
            SyntaxNode load = context.SiteOf(cycle.Decision.Load);
            SyntaxNode store = context.SiteOf(cycle.Store);
            if (!context.IsConcerned(cycle.Decision.Load.Event, cycle.Store.Event))
                continue;
            yield return new Finding(
                Descriptor,
                load,
                new EditHint(nameof(EditKind.FullFence), cycle.Store.Location.Name),
                store,
                new[] { cycle.OtherStore.Event.Operation.Syntax, cycle.OtherDecision.Load.Event.Operation.Syntax },
                cycle.Store.Location.Name,
                cycle.Decision.Load.Location.Name,
                $"{ProtocolContext.Describe(cycle.OtherStore)} stores to '{cycle.OtherStore.Location.Name}' and then checks '{cycle.OtherDecision.Load.Location.Name}', and each can miss the store of the other, so that a wakeup is lost");
        }

        foreach ((MemberEvent store, MemberEvent check) in NamedChecks.Find(context))
        {
            yield return new Finding(
                Descriptor,
                context.SiteOf(check),
                new EditHint(nameof(EditKind.FullFence), store.Location.Name),
                context.SiteOf(store),
                System.Array.Empty<SyntaxNode>(),
                store.Location.Name,
                check.Location.Name,
                "whoever waits says so and then looks at the first, and each can miss the store of the other, so that a wakeup is lost");
        }

        foreach (ExternalParty.Pair pair in context.External.WakeChecks())
        {
            yield return new Finding(
                Descriptor, context.SiteOf(pair.Second), new EditHint(nameof(EditKind.FullFence), pair.First.Location.Name), context.SiteOf(pair.First), System.Array.Empty<SyntaxNode>(),
                pair.First.Location.Name, pair.Second.Location.Name,
                $"the other process or kernel says that it sleeps and then looks at the first, and each can miss the store of the other, so that a wakeup is lost");
        }
    }
}
