using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Protocol.Messages;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.Rules;

/// <summary>AIO1003: the store that publishes comes before the payload it publishes (2003; 2014, set-up).</summary>
internal sealed class PublishBeforePayload : IProtocolRule
{
    public DiagnosticDescriptor Descriptor => Descriptors.Descriptors.AIO1003_PublishBeforePayload;

    public IEnumerable<Finding> Examine(ProtocolContext context)
    {
        foreach (Message message in MessagePassing.In(context).All)
        {
            MemoryEvent publish = message.Publish.Event;
            MemoryEvent payload = message.Payload.Event;
            if (!context.IsConcerned(publish, payload) || !payload.Writes || Stores.IsClear(payload) || Stores.IsClear(publish) ||
                message.Use.Event.Kind != EventKind.Load || message.Guard.Load.Event.Kind != EventKind.Load ||
                publish.IsConcurrentCollection || IsNoHandOver(message) || !IsTold(message) || message.ComesBackForPayload(context) || !IsOutOfOrder(message) ||
                IsPayloadOfPayload(message, context) || IsStartedAfterwards(message, context) || !HasEvidence(message, context) ||
                VersionChecks.IsPart(context, message.Guard.Load) || IsWaitedFor(message) || MessagePassing.In(context).IsCarriedOtherwise(message))
            {
                continue;
            }

            yield return new Finding(
                Descriptor,
                ProtocolContext.SiteBeside(publish, payload),
                new EditHint(nameof(EditKind.MoveStore), message.Publish.Location.Name),
                ProtocolContext.SiteBeside(LastPayload(message, context).Event, publish),
                new[] { message.Guard.Load.Event.Operation.Syntax, message.Use.Event.Operation.Syntax },
                message.Publish.Location.Name,
                $"stored before '{message.Payload.Location.Name}', which it publishes",
                $"{ProtocolContext.Describe(message.Guard.Load)} can see the new '{message.Publish.Location.Name}' and use '{message.Payload.Location.Name}' " +
                    "before it is stored");
        }

        foreach (IGrouping<MemoryEvent, EarlySignal> signals in EarlySignals.Find(context).GroupBy(s => s.Wake))
        {
            EarlySignal last = signals.OrderBy(s => s.Payload.Event.Node).Last();
            if (context.BringsTogether(last.Wake, last.Payload.Event))
                yield return Report(last);
        }

        foreach (IGrouping<MemberEvent, EarlyLink> links in EarlyLinks.Find(context).Concat(EarlyHandOvers.Find(context)).GroupBy(l => l.Link))
            yield return Report(links.OrderBy(l => l.Part.Event.Node).Last());

        foreach (IGrouping<MemberEvent, ExternalParty.Pair> pairs in ExternalParty.In(context).EarlyPublications(ofWrites: true).GroupBy(p => p.First))
        {
            MemberEvent last = pairs.Last().Second;
            yield return new Finding(
                Descriptor,
                ProtocolContext.SiteBeside(pairs.Key.Event, last.Event),
                new EditHint(nameof(EditKind.MoveStore), pairs.Key.Location.Name),
                ProtocolContext.SiteBeside(last.Event, pairs.Key.Event),
                System.Array.Empty<SyntaxNode>(),
                pairs.Key.Location.Name,
                $"stored before '{last.Location.Name}', which it publishes",
                $"the other process or kernel can see the new '{pairs.Key.Location.Name}' and use '{last.Location.Name}' before it is stored");
        }
    }

    private Finding Report(EarlySignal signal)
    {
        string name = signal.Wake.Location!.Name;
        MemoryEvent payload = signal.Payload.Event;
        return new Finding(
            Descriptor,
            ProtocolContext.SiteBeside(signal.Wake, payload),
            new EditHint(nameof(EditKind.MoveSignal), name),
            ProtocolContext.SiteBeside(payload, signal.Wake),
            new[] { signal.Wait.Operation.Syntax, signal.Use.Event.Operation.Syntax },
            name,
            $"signalled before '{signal.Payload.Location.Name}' is stored",
            $"{ProtocolContext.Describe(signal.Use)} can wake and use '{signal.Payload.Location.Name}' before that");
    }

    private Finding Report(EarlyLink early) => new(
        Descriptor,
        ProtocolContext.SiteBeside(early.Link.Event, early.Part.Event),
        new EditHint(nameof(EditKind.MoveStore), early.Link.Location.Name),
        ProtocolContext.SiteBeside(early.Part.Event, early.Link.Event),
        new[] { early.Load.Event.Operation.Syntax, early.Use.Event.Operation.Syntax },
        early.Link.Location.Name,
        $"stored before '{early.Part.Location.Name}' of what it leads to",
        $"{ProtocolContext.Describe(early.Load)} can go by the new '{early.Link.Location.Name}' and use '{early.Part.Location.Name}' before it is stored");

    /// <summary>
    /// What is stored second is no payload (a constant, a synchronisation word, something the receiver stores itself, other than to clear a slot), or what is
    /// stored first publishes nothing (a reservation, the receiver's own index, the object that holds the payload).
    /// </summary>
    private static bool IsNoHandOver(Message message) =>
        message.Payload.Event.Stored is Value.Constant || message.Publish.Location.Kind == Accesses.LocationKind.Content ||
        (message.Use.Event.IsMarked && message.Use.Event.Operation.Type is { IsValueType: true }) ||
        message.Use.Event.DependsByAddress(message.Guard.Load.Event) ||
        (message.Publish.Member != message.Use.Member && message.Use.Member.Accesses.Any(
            a => a.Event.Writes && !Stores.IsClear(a.Event) && a.Location.Overlaps(message.Payload.Location) && !IsDoneForIt(a, message.Payload, message))) ||
        (message.Publish.Member != message.Use.Member && message.Use.Member.Accesses.Any(a => a.Event.Kind == EventKind.Store &&
            !Stores.IsClear(a.Event) && a.Location.Overlaps(message.Publish.Location) && !IsDoneForIt(a, message.Publish, message))) ||
        (message.Publish.Event.Kind == EventKind.ReadModifyWrite && message.Publish.Member == message.Use.Member) ||
        message.Payload.Event is { Kind: EventKind.ReadModifyWrite, Stored: Value.Constant or null } || IsEmptiedAnew(message.Payload);

    /// <summary>Set-up that both have in a helper, with a field for a flag: the receiver does it where it is not told that it was done.</summary>
    private static bool IsDoneForIt(MemberEvent own, MemberEvent sent, Message message) =>
        own.Event.Operation.Syntax == sent.Event.Operation.Syntax && !message.Guard.Covers(own.Event) &&
        message.Publish.Event is { Location.Kind: Accesses.LocationKind.Field, Stored: Value.Constant or Value.Made };

    /// <summary>An empty object is exchanged for the one that was there from the beginning, and nobody is told anything by it.</summary>
    private static bool IsEmptiedAnew(MemberEvent payload) => Stores.IsBlind(payload.Event) && payload.Event.Stored is Value.Made { Parts.Count: 0 } &&
        payload.Location.Symbol is IFieldSymbol field && field.DeclaringSyntaxReferences.Any(
            r => r.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax });

    /// <summary>
    /// It is the new value that leads the receiver to the payload: not the one that was there before as well, nor a count on its way to the other outcome,
    /// nor a comparison with the payload itself, as that of an index with a slot's number is.
    /// </summary>
    private static bool IsTold(Message message)
    {
        MemoryEvent publish = message.Publish.Event;
        Value before = publish.Comparand as Value.Constant ?? new Value.Constant(0);
        return message.Guard.Admits(publish) && !(publish.Stored is Value.Constant && message.Guard.Demands(before)) &&
            !IsAbout(message.Guard.Branch.Condition!, message.Payload.Location);
    }

    private static bool IsAbout(Value condition, MemoryLocation location) => condition.Sources().Any(s => s.Location?.Overlaps(location) == true);

    /// <summary>
    /// The two locations are handed over in the other direction as well: the one stored first is the payload (a slot) of the other (its index).
    /// </summary>
    private static bool IsPayloadOfPayload(Message message, ProtocolContext context) => MessagePassing.In(context).All.Any(
        m => m.Publish == message.Payload && m.Payload.Location.Overlaps(message.Publish.Location) && m.Payload.Event.Writes);

    /// <summary>
    /// Between the look at what publishes and the use the receiver waits for another thread: that one's end, say, and not the look, tells it that the payload
    /// is there.
    /// </summary>
    private static bool IsWaitedFor(Message message) => !message.Use.Member.Search.ReachesUnblocked(
        message.Guard.Load.Event.Node, message.Use.Event.Node, static n => n.Event is { Kind: EventKind.Wait });

    /// <summary>Both are stored before the receiver is started.</summary>
    private static bool IsStartedAfterwards(Message message, ProtocolContext context) =>
        message.Use.Member.Kind == MemberKind.Started && !context.Evidence.IsMarked(message.Publish.Location) &&
        message.Payload.Member.Graph.Events.Any(e => e.Kind == EventKind.Start && message.Payload.Member.Search.Reaches(message.Payload.Event.Node, e.Node));

    private static bool IsOutOfOrder(Message message)
    {
        Member sender = message.Publish.Member;
        GraphSearch search = sender.Search;
        int publish = message.Publish.Event.Node;
        int payload = message.Payload.Event.Node;
        if (!search.Reaches(publish, payload) || search.Reaches(payload, publish))
            return false;

        // Stored whether or not the other store is made: not what that one is about.
        if (search.ReachesUnblocked(0, payload, node => node.Index == publish))
            return false;

        if (sender.Accesses.Any(a => a.Event.Writes && a.Location.Overlaps(message.Payload.Location) && search.Reaches(a.Event.Node, publish)))
            return false;

        // Published again afterwards (a sequence lock, a lock word), whichever way the sender goes on.
        bool IsPublishedAgain(GraphNode node) => node.Event is { Writes: true, Location: { } location } && location.Overlaps(message.Publish.Location);
        return !sender.Accesses.Any(a => IsPublishedAgain(sender.Graph[a.Event.Node]) && search.Reaches(payload, a.Event.Node)) ||
            search.ReachesEnd(payload, IsPublishedAgain, static _ => false);
    }

    private static bool HasEvidence(Message message, ProtocolContext context)
    {
        bool isSelf = message.Publish.Member == message.Use.Member;
        if (isSelf ? message.IsOwnTurn(context) : !message.IsShared(context))
            return false;

        // Several may be in one member that takes a lock: it must be there for one of the two.
        if (isSelf && !message.Publish.Member.HasAtomicUpdate && context.Evidence.Of(message.Publish.Location) == EvidenceKinds.None &&
            context.Evidence.Of(message.Payload.Location) == EvidenceKinds.None)
        {
            return false;
        }

        // Start and Stop of one owner look the same; a flag that is only ever stored plainly, by members that anybody calls, says too little.
        if (message.Publish.Event.Stored is Value.Constant)
        {
            return message.Publish.Event.IsMarked || message.Publish.Member.Kind == MemberKind.Started || message.Use.Member.Kind == MemberKind.Started ||
                message.IsDoubleChecked() ||
                context.World.AccessesOf(message.Publish.Location).Any(a => a.Event.Kind == EventKind.ReadModifyWrite);
        }

        return true;
    }

    /// <summary>The last store of anything that the same store publishes too early: behind that one it has to move.</summary>
    private static MemberEvent LastPayload(Message message, ProtocolContext context)
    {
        MemberEvent last = message.Payload;
        foreach (Message other in MessagePassing.In(context).All)
        {
            if (other.Publish == message.Publish && other.Payload.Event.Writes && other.Payload.Event.Node > last.Event.Node && IsOutOfOrder(other))
                last = other.Payload;
        }

        return last;
    }
}
