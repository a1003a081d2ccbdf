using System.Collections.Generic;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Protocol.Messages;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Rules;

/// <summary>AIO1004: an index, flag or count is read plainly, and then the payload it guards (2003, reader of <c>ring->tail</c>).</summary>
internal sealed class ConsumeWithoutAcquire : IProtocolRule
{
    public DiagnosticDescriptor Descriptor => Descriptors.Descriptors.AIO1004_ConsumeWithoutAcquire;

    public IEnumerable<Finding> Examine(ProtocolContext context)
    {
        foreach (Message message in MessagePassing.In(context).All)
        {
            MemoryEvent load = message.Guard.Load.Event;
            if (load is not { Kind: EventKind.Load, Action.IsPlain: true } || !context.IsConcerned(load, message.Use.Event) ||
                !message.Payload.Event.Writes || Stores.IsClear(message.Payload.Event) || message.Payload.Event.Delta != 0 ||
                !message.Use.Event.Reads || message.Use.Event.IsMarked ||
                !message.Publish.Member.Search.Reaches(message.Payload.Event.Node, message.Publish.Event.Node))
            {
                continue;
            }

            // Where the flag is reached through the payload, that was read before, and is not older the second time (coherence).
            if (IsReachedThrough(load, message.Use.Location))
                continue;

            // A word that is only ever compared and exchanged is a lock or a state machine: who reads it plainly goes on to exchange it.
            if (message.Publish.Event is { Kind: EventKind.ReadModifyWrite, Comparand: not null } && load.Operation.Type is { IsValueType: true })
                continue;

            if (MessagePassing.IsReceived(message) || !message.IsShared(context) || message.TestsItself(context) ||
                MessagePassing.In(context).IsCarriedOtherwise(message))
            {
                continue;
            }

            yield return new Finding(
                Descriptor,
                context.SiteOf(load),
                new EditHint(nameof(EditKind.VolatileRead), message.Guard.Load.Location.Name),
                context.SiteOf(message.Use),
                new[] { message.Publish.Event.Operation.Syntax, message.Payload.Event.Operation.Syntax },
                message.Guard.Load.Location.Name,
                message.Use.Location.Name,
                $"the read of '{message.Use.Location.Name}' can be done first, so that this sees the new '{message.Guard.Load.Location.Name}' of " +
                    $"{ProtocolContext.Describe(message.Publish)} and the old '{message.Use.Location.Name}'");
        }

        foreach (MeasuredRead read in MeasuredReads.Find(context))
        {
            if (context.IsConcerned(read.Load.Event, read.Use.Event))
                yield return Report(read, context);
        }

        foreach (ExternalParty.Pair pair in ExternalParty.In(context).PlainConsumptions())
        {
            yield return new Finding(
                Descriptor, context.SiteOf(pair.First), new EditHint(nameof(EditKind.VolatileRead), pair.First.Location.Name), context.SiteOf(pair.Second),
                System.Array.Empty<SyntaxNode>(),
                pair.First.Location.Name, pair.Second.Location.Name,
                $"the read of '{pair.Second.Location.Name}' can be done first, so that this sees the new '{pair.First.Location.Name}' of another process or " +
                    $"kernel and the old '{pair.Second.Location.Name}'");
        }
    }

    private Finding Report(MeasuredRead read, ProtocolContext context) => new(
        Descriptor, context.SiteOf(read.Load), new EditHint(nameof(EditKind.VolatileRead), read.Load.Location.Name), context.SiteOf(read.Use),
        new[] { read.Publish.Event.Operation.Syntax, read.Payload.Event.Operation.Syntax },
        read.Load.Location.Name, read.Use.Location.Name,
        $"'{read.Use.Location.Name}' can be copied first, so that this sees the new '{read.Load.Location.Name}' of " +
            $"{ProtocolContext.Describe(read.Publish)} and the old '{read.Use.Location.Name}'");

    private static bool IsReachedThrough(MemoryEvent load, MemoryLocation payload)
    {
        for (Value? at = load.Path!.Base; at is not null;)
        {
            if (at is Value.Loaded loaded && loaded.Event.Location!.MayAlias(payload))
                return true;
            at = at switch
            {
                Value.Loaded { Event.Path: { } path } => path.Base,
                Value.Held held => held.Path.Base,
                Value.Address address => address.Path.Base,
                _ => null,
            };
        }

        return false;
    }
}
