using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Protocol.Messages;
using AioBarrierAnalyzers.Protocol.StoreLoad;
using AioBarrierAnalyzers.Sharing;
using AioBarrierAnalyzers.Sharing.Gates;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Rules;

/// <summary>AIO1001: a store, then a check that decides to wake, start or sleep, with no full fence between (2008; 2015).</summary>
internal sealed class MissingFullFence : IProtocolRule
{
    public DiagnosticDescriptor Descriptor => Descriptors.Descriptors.AIO1001_MissingFullFence;

    public IEnumerable<Finding> Examine(ProtocolContext context)
    {
        var found = new HashSet<SyntaxNode>();
        foreach (StoreBuffering.Cycle cycle in new StoreBuffering(context).Find())
        {
            if (Judge(context, cycle, "so that a wakeup is lost") is { } finding && found.Add(finding.Primary))
                yield return finding;
        }

        foreach (StoreBuffering.Cycle cycle in new CrossedClaims(context).Find())
        {
            if (Judge(context, cycle, "so that neither gives way") is { } finding && found.Add(finding.Primary))
                yield return finding;
        }

        foreach (StoreBuffering.Cycle cycle in new CrossedTakes(context).Find())
        {
            if (Judge(context, cycle, "so that both take the same item") is { } finding && found.Add(finding.Primary))
                yield return finding;
        }

        foreach (SleepRequest request in SleepRequests.Find(context))
        {
            if (Judge(context, request) is { } finding && found.Add(finding.Primary))
                yield return finding;
        }

        foreach (Announcement announcement in Announcements.Find(context))
        {
            if (Judge(context, announcement) is { } finding && found.Add(finding.Primary))
                yield return finding;
        }

        foreach ((MemberEvent store, MemberEvent check) in NamedChecks.Find(context))
        {
            yield return new Finding(
                Descriptor,
                context.SiteOf(check),
                new EditHint(nameof(EditKind.FullFence), store.Location.Name),
                context.SiteOf(store),
                System.Array.Empty<SyntaxNode>(),
                To(store),
                CheckOf(check),
                "whoever waits says so and then looks at the first, and each can miss the store of the other, so that a wakeup is lost");
        }

        foreach (EdgeFence pair in EdgeFences.Find(context))
        {
            if (Judge(context, pair) is { } finding && found.Add(finding.Primary))
                yield return finding;
        }

        foreach (ExternalParty.Pair pair in ExternalParty.In(context).WakeChecks())
        {
            yield return new Finding(
                Descriptor, context.SiteOf(pair.Second), new EditHint(nameof(EditKind.FullFence), pair.First.Location.Name), context.SiteOf(pair.First),
                System.Array.Empty<SyntaxNode>(),
                To(pair.First), CheckOf(pair.Second),
                "the other process or kernel says that it sleeps and then looks at the first, and each can miss the store of the other, so that a wakeup is " +
                    "lost");
        }
    }

    private Finding? Judge(ProtocolContext context, StoreBuffering.Cycle cycle, string harm)
    {
        MemoryEvent load = cycle.Decision.Load.Event;
        if (!context.IsConcerned(load, cycle.Store.Event) && !(context.BringsTogether(load, cycle.Store.Event) && AreOfTwoTypes(load, cycle.Store.Event)))
            return null;
        return new Finding(
            Descriptor,
            SiteOf(cycle.Decision, cycle.Store, context),
            new EditHint(nameof(EditKind.FullFence), cycle.Store.Location.Name),
            context.SiteOf(cycle.Store),
            new[] { cycle.OtherStore.Event.Operation.Syntax, cycle.OtherDecision.Load.Event.Operation.Syntax },
            To(cycle.Store),
            CheckOf(cycle.Decision.Load),
            $"{ProtocolContext.Describe(cycle.OtherStore)} stores to '{cycle.OtherStore.Location.Name}' and then checks " +
                $"'{cycle.OtherDecision.Load.Location.Name}', and each can miss the store of the other, {harm}");
    }

    private Finding? Judge(ProtocolContext context, SleepRequest request)
    {
        MemberEvent look = request.Decision.Load;
        if (!context.IsConcerned(look.Event, request.Store.Event))
            return null;
        return new Finding(
            Descriptor,
            SiteOf(request.Decision, request.Store, context),
            new EditHint(nameof(EditKind.FullFence), request.Store.Location.Name),
            context.SiteOf(request.Store),
            new[] { request.Taken.Event.Operation.Syntax },
            To(request.Store),
            CheckOf(look),
            $"a caller of {ProtocolContext.Describe(request.Taken)} stores to '{look.Location.Name}' before that takes '{request.Store.Location.Name}', " +
                "and each can miss the store of the other, so that a wakeup is lost");
    }

    private Finding? Judge(ProtocolContext context, Announcement announcement)
    {
        if (!context.IsConcerned(announcement.Store.Event, (announcement.Check ?? announcement.Source).Event))
            return null;
        SyntaxNode store = context.SiteOf(announcement.Store);
        string name = announcement.Store.Location.Name;
        return new Finding(
            Descriptor,
            announcement.Check is { } check ? context.SiteOf(check) : store,
            new EditHint(announcement.Check is null ? nameof(EditKind.ExchangeStore) : nameof(EditKind.FullFence), name),
            announcement.Check is null ? null : store,
            new[] { announcement.Change.Event.Operation.Syntax, announcement.Scan.Event.Operation.Syntax },
            To(announcement.Store),
            announcement.Check is null ? "what is read under its protection" : CheckOf(announcement.Check),
            $"{ProtocolContext.Describe(announcement.Change)} changes '{announcement.Change.Location.Name}', then looks at '{name}', and finds nobody who " +
                "still uses the old one");
    }

    private Finding? Judge(ProtocolContext context, EdgeFence pair)
    {
        MemoryEvent lacking = (pair.IsStoreUnfenced ? pair.Store : pair.Check).Event;
        Frame member = lacking.Frame;
        while (member.Caller is { } caller)
            member = caller;
        if (!context.IsOwn(lacking.SiteIn(member)))
            return null;
        const string Harm = "and each can miss the store of the other, so that a wakeup is lost";
        return pair.IsStoreUnfenced
            ? new Finding(
                Descriptor, lacking.SiteIn(member), new EditHint(nameof(EditKind.FenceBehind), pair.Store.Location.Name), null,
                new[] { lacking.Operation.Syntax, pair.Check.Event.Operation.Syntax },
                To(pair.Store), "what the caller looks at next",
                $"a caller of {ProtocolContext.Describe(pair.Check)}, which has a full fence before its check of '{pair.Check.Location.Name}', stores that " +
                    $"before, {Harm}")
            : new Finding(
                Descriptor, lacking.SiteIn(member), new EditHint(nameof(EditKind.FullFence), pair.Store.Location.Name), null,
                new[] { lacking.Operation.Syntax, pair.Store.Event.Operation.Syntax },
                "that the caller has made before", CheckOf(pair.Check),
                $"{ProtocolContext.Describe(pair.Store)} stores to '{pair.Store.Location.Name}' and ends with a full fence, for a caller that then looks at " +
                    $"what was stored here, {Harm}");
    }

    /// <summary>A helper that only shows what it loads, a getter say, is not where the check is made: that is where something is done for it.</summary>
    private static SyntaxNode SiteOf(Guard decision, MemberEvent store, ProtocolContext context)
    {
        MemoryEvent load = decision.Load.Event;
        Frame common = load.CommonFrame(store.Event);
        Frame at = load.Frame;
        while (at != common && !decision.Member.Graph.Events.Any(e => decision.Covers(e) && e.IsIn(at)))
            at = at.Caller!;
        return load.SiteIn(at) is var site && context.IsOwn(site) ? site : context.SiteOf(load);
    }

    /// <summary>Methods of two objects: a type whose methods do both answers for their order itself, and a static helper only does what it is handed.</summary>
    private static bool AreOfTwoTypes(MemoryEvent a, MemoryEvent b) => IsOfObject(a.Frame.Method) && IsOfObject(b.Frame.Method) &&
        !SymbolEqualityComparer.Default.Equals(
            a.Frame.Method.ContainingType.Outermost().OriginalDefinition, b.Frame.Method.ContainingType.Outermost().OriginalDefinition);

    private static bool IsOfObject(IMethodSymbol method) => method is { IsStatic: false, ContainingType.IsReferenceType: true };

    private static string To(MemberEvent store) => $"to '{store.Location.Name}'";

    private static string CheckOf(MemberEvent load) => $"this check of '{load.Location.Name}'";
}
