using System.Collections.Generic;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Rules;

/// <summary>AIO1006: a slot is read or cleared, then a plain store gives it back (2003, <c>ring->head</c>).</summary>
internal sealed class SlotReleasedTooEarly : IProtocolRule
{
    public DiagnosticDescriptor Descriptor => Descriptors.Descriptors.AIO1006_SlotReleasedTooEarly;

    public IEnumerable<Finding> Examine(ProtocolContext context)
    {
        foreach (Message message in context.Messages.All)
        {
            if (message.Publish.Event is not { Kind: EventKind.Store, Action.IsPlain: true } || !context.IsConcerned(message.Publish.Event, message.Payload.Event) ||
                (message.Payload.Event.Writes && !Stores.IsClear(message.Payload.Event)) ||
                !message.Use.Event.Writes || Stores.IsClear(message.Use.Event) || message.Publish.Member == message.Use.Member)
            {
                continue;
            }

            if (MessagePassing.IsSent(message) || !message.Publish.Member.Search.Reaches(message.Payload.Event.Node, message.Publish.Event.Node) ||
                MessagePassing.DependsByAddress(message.Use.Event, message.Guard.Load.Event) ||
                !message.IsShared(context) || context.Messages.IsCarriedOtherwise(message))
            {
                continue;
            }

            yield return new Finding(
                Descriptor,
                context.SiteOf(message.Publish),
                new EditHint(nameof(EditKind.VolatileWrite), message.Publish.Location.Name),
                context.SiteOf(message.Payload),
                new[] { message.Guard.Load.Event.Operation.Syntax, message.Use.Event.Operation.Syntax },
                message.Publish.Location.Name,
                message.Payload.Location.Name,
                $"{ProtocolContext.Describe(message.Guard.Load)} can see the new '{message.Publish.Location.Name}' and store to '{message.Payload.Location.Name}' while it is still being used here");
        }

        foreach (ExternalParty.Pair pair in context.External.PlainPublications(ofWrites: false))
        {
            yield return new Finding(
                Descriptor, context.SiteOf(pair.Second), new EditHint(nameof(EditKind.VolatileWrite), pair.Second.Location.Name), context.SiteOf(pair.First), System.Array.Empty<SyntaxNode>(),
                pair.Second.Location.Name, pair.First.Location.Name,
                $"the other process or kernel can see the new '{pair.Second.Location.Name}' and store to '{pair.First.Location.Name}' while it is still being read here");
        }
    }
}
