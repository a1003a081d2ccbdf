using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Protocol.Lifetimes;
using AioBarrierAnalyzers.Protocol.Messages;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Rules;

/// <summary>AIO1006: a slot is read or cleared, then a plain store gives it back (2003, <c>ring->head</c>).</summary>
internal sealed class SlotReleasedTooEarly : IProtocolRule
{
    public DiagnosticDescriptor Descriptor => Descriptors.Descriptors.AIO1006_SlotReleasedTooEarly;

    public IEnumerable<Finding> Examine(ProtocolContext context)
    {
        foreach (Message message in MessagePassing.In(context).All)
        {
            if (message.Publish.Event is not { Kind: EventKind.Store, Action.IsPlain: true } ||
                !context.IsConcerned(message.Publish.Event, message.Payload.Event) ||
                (message.Payload.Event.Writes && !Stores.IsClear(message.Payload.Event)) ||
                !message.Use.Event.Writes || Stores.IsClear(message.Use.Event) || message.Publish.Member == message.Use.Member)
            {
                continue;
            }

            if (MessagePassing.IsSent(message) || !message.Publish.Member.Search.Reaches(message.Payload.Event.Node, message.Publish.Event.Node) ||
                message.Use.Event.DependsByAddress(message.Guard.Load.Event) || !IsTakenOver(message) ||
                IsDecidedBy(message, context) || !message.IsShared(context) || MessagePassing.In(context).IsCarriedOtherwise(message))
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
                $"plainly after '{message.Payload.Location.Name}' was used",
                $"{ProtocolContext.Describe(message.Guard.Load)} can see the new '{message.Publish.Location.Name}' and store to " +
                    $"'{message.Payload.Location.Name}' while it is still being used here");
        }

        foreach ((MemberEvent release, MemberEvent use, MemberEvent overwrite, Guard guard) in EarlyReleases.Find(context))
        {
            if (!context.BringsTogether(release.Event, use.Event))
                continue;
            yield return new Finding(
                Descriptor,
                ProtocolContext.SiteBeside(release.Event, use.Event),
                new EditHint(nameof(EditKind.MoveStore), release.Location.Name),
                ProtocolContext.SiteBeside(use.Event, release.Event),
                new[] { guard.Load.Event.Operation.Syntax, overwrite.Event.Operation.Syntax },
                release.Location.Name,
                $"before '{use.Location.Name}' is used for the last time",
                $"{ProtocolContext.Describe(overwrite)} can see the new '{release.Location.Name}' and store to '{use.Location.Name}' before that");
        }

        foreach ((MemberEvent release, MemberEvent use, MemberEvent overwrite, Guard guard) in LeaseEnds.Find(context))
        {
            yield return new Finding(
                Descriptor,
                context.SiteOf(release),
                new EditHint(nameof(EditKind.VolatileWrite), release.Location.Name),
                context.SiteOf(use),
                new[] { guard.Load.Event.Operation.Syntax, overwrite.Event.Operation.Syntax },
                release.Location.Name,
                $"plainly after '{use.Location.Name}' was used through what ends here",
                $"{ProtocolContext.Describe(overwrite)} can see the new '{release.Location.Name}' and store to '{use.Location.Name}' while it is still being " +
                    "used");
        }

        foreach ((MemberEvent back, MemberEvent clear, MemberEvent take, MemberEvent fill) in ReusedNumbers.Find(context))
        {
            yield return new Finding(
                Descriptor, ProtocolContext.SiteBeside(back.Event, clear.Event), new EditHint(nameof(EditKind.MoveStore), back.Location.Name),
                ProtocolContext.SiteBeside(clear.Event, back.Event), new[] { take.Event.Operation.Syntax, fill.Event.Operation.Syntax },
                back.Location.Name, $"to before '{clear.Location.Name}' is emptied",
                $"{ProtocolContext.Describe(fill)} can be given the same place and store there before that, and what it stores is wiped out");
        }

        foreach (ExternalParty.Pair pair in ExternalParty.In(context).EarlyPublications(ofWrites: false))
        {
            yield return new Finding(
                Descriptor, ProtocolContext.SiteBeside(pair.First.Event, pair.Second.Event), new EditHint(nameof(EditKind.MoveStore), pair.First.Location.Name),
                ProtocolContext.SiteBeside(pair.Second.Event, pair.First.Event), System.Array.Empty<SyntaxNode>(),
                pair.First.Location.Name, $"before '{pair.Second.Location.Name}' is read",
                $"the other process or kernel can see the new '{pair.First.Location.Name}' and store to '{pair.Second.Location.Name}' before that");
        }

        foreach (ExternalParty.Pair pair in ExternalParty.In(context).PlainPublications(ofWrites: false))
        {
            yield return new Finding(
                Descriptor, context.SiteOf(pair.Second), new EditHint(nameof(EditKind.VolatileWrite), pair.Second.Location.Name), context.SiteOf(pair.First),
                System.Array.Empty<SyntaxNode>(),
                pair.Second.Location.Name, $"plainly after '{pair.First.Location.Name}' was used",
                $"the other process or kernel can see the new '{pair.Second.Location.Name}' and store to '{pair.First.Location.Name}' while it is still " +
                    "being read here");
        }
    }

    /// <summary>
    /// The receiver writes over what was released: not an object of its own that nobody has yet, nor only what it knows to be there, nor what it makes of the
    /// very thing it has looked at, nor behind a look that only tells a misuse. And it is no releaser itself, as all are who set the same flag.
    /// </summary>
    private static bool IsTakenOver(Message message) => !message.Use.Event.Path!.IsFresh && message.Use.Event.Comparand is null &&
        (message.Guard.IsChoice || !Conditions.IsNullTest(message.Guard.Branch.Condition!, message.Guard.Load.Event)) &&
        message.Use.Event.Stored?.Sources().Any(s => s.Location?.MayAlias(message.Publish.Location) == true) != true &&
        !message.Use.Member.Accesses.Any(
            a => a.Event.Kind == EventKind.Store && a.Location.Overlaps(message.Publish.Location) && IsSameRelease(a.Event, message.Publish.Event));

    /// <summary>
    /// What is used decides whether it is released, or what is stored for that: no store is made before it is known to be made (memory model, "no
    /// speculative writes").
    /// </summary>
    private static bool IsDecidedBy(Message message, ProtocolContext context) =>
        message.Publish.Event.Stored?.Sources().Contains(message.Payload.Event) == true ||
        context.Guards.Of(message.Payload).Exists(g => g.IsOnlyWayTo(message.Publish.Event));

    private static bool IsSameRelease(MemoryEvent store, MemoryEvent release) =>
        release.Stored is Value.Constant && store.Stored is Value.Constant
            ? Value.Same(store.Stored, release.Stored)
            : store.Operation.Syntax == release.Operation.Syntax;
}
