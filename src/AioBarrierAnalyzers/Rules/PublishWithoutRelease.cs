using System.Collections.Generic;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Protocol.Messages;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Rules;

/// <summary>AIO1002: payload stored, then a plain store that tells another thread so (2003, <c>ring->tail</c>).</summary>
internal sealed class PublishWithoutRelease : IProtocolRule
{
    public DiagnosticDescriptor Descriptor => Descriptors.Descriptors.AIO1002_PublishWithoutRelease;

    public IEnumerable<Finding> Examine(ProtocolContext context)
    {
        foreach (Message message in MessagePassing.In(context).All)
        {
            if (message.Publish.Event is not { Kind: EventKind.Store, Action.IsPlain: true } ||
                !context.IsConcerned(message.Publish.Event, message.Payload.Event) ||
                !message.Payload.Event.Writes || Stores.IsClear(message.Payload.Event) || message.Payload.Event.Delta != 0 ||
                !message.Use.Event.Reads ||
                (message.Use.Event.IsMarked && !IsFlag(message)))
            {
                continue;
            }

            // In a loop the first publication comes before the first payload: it is not what says that the payload is there.
            if (!message.Publish.Member.Search.ReachesUnblocked(0, message.Payload.Event.Node, node => node.Index == message.Publish.Event.Node))
                continue;

            // A reference store is a release for the object it publishes (memory-model.md, object assignment).
            if (MessagePassing.IsSent(message) || !message.Publish.Member.Search.Reaches(message.Payload.Event.Node, message.Publish.Event.Node) ||
                message.Use.Event.DependsByAddress(message.Guard.Load.Event) ||
                EarlyLinks.IsPart(message.Publish, message.Payload) ||
                !message.IsShared(context) || message.TestsItself(context) || MessagePassing.In(context).IsCarriedOtherwise(message))
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
                $"{ProtocolContext.Describe(message.Guard.Load)} can see the new '{message.Publish.Location.Name}' and still the old " +
                    $"'{message.Payload.Location.Name}'");
        }

        foreach (ExternalParty.Pair pair in ExternalParty.In(context).PlainPublications(ofWrites: true))
        {
            yield return new Finding(
                Descriptor, context.SiteOf(pair.Second), new EditHint(nameof(EditKind.VolatileWrite), pair.Second.Location.Name), context.SiteOf(pair.First),
                System.Array.Empty<SyntaxNode>(),
                pair.Second.Location.Name, pair.First.Location.Name,
                $"the other process or kernel that reads this memory can see the new '{pair.Second.Location.Name}' and still the old " +
                    $"'{pair.First.Location.Name}'");
        }
    }

    /// <summary>
    /// What is stored says in one word that the payload is whole; without that, two ordered locations are two counters, and neither is the other's data.
    /// </summary>
    private static bool IsFlag(Message message) =>
        Stores.IsSet(message.Publish.Event) && message.Guard.Demands(message.Publish.Event.Stored) && message.Guard.Load.Event.IsMarked;
}
