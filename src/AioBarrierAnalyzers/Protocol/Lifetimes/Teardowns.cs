using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Protocol.Lifetimes;

/// <summary>
/// Finds memory that is given back while something still leads other threads to it (<c>aio_free_ring</c>, 2014): what leads to it is taken away only
/// afterwards, or a thread of its own uses it and is not waited for, or a reader may have the buffer that was just replaced. Nothing is said where the member
/// waits for somebody first, but for a wait that comes too early, or counts users.
/// </summary>
internal static class Teardowns
{
    /// <summary>So many values may lie between an item and the enumerator that gives it.</summary>
    private const int Steps = 3;

    public static IEnumerable<Teardown> Find(ProtocolContext context)
    {
        foreach (Member member in context.World.Own.Where(m => !m.IsConstruction && m.Method.MethodKind != MethodKind.Destructor))
        {
            foreach (MemoryEvent giveBack in member.Graph.Events)
            {
                // What is moved is replaced by the same call: nothing can be put between.
                if (giveBack.Effect.Role != MemberRole.Allocate && (giveBack.GivenBack ?? Pools.GivenBackBy(giveBack, context)) is { } given &&
                    PathOf(given) is { IsFresh: false } resource && !IsCounted(giveBack, member) &&
                    Find(giveBack, given, resource, member, context) is { } teardown)
                {
                    yield return teardown;
                }
            }
        }
    }

    private static Teardown? Find(MemoryEvent giveBack, Value given, AccessPath resource, Member member, ProtocolContext context)
    {
        bool isWaitedFor = IsWaitedFor(giveBack, member);
        foreach (MemberEvent use in UsesOf(resource, member, context))
        {
            Teardown? teardown = isWaitedFor
                ? JudgeWait(giveBack, given, resource, use, member, context)
                : Judge(giveBack, given, resource, use, member, context);
            if (teardown is not null)
                return teardown;
        }

        return null;
    }

    private static Teardown? Judge(MemoryEvent giveBack, Value given, AccessPath resource, MemberEvent use, Member member, ProtocolContext context)
    {
        if (use.Event.Locks.Excludes(giveBack.Locks))
            return null;
        GraphSearch search = member.Search;
        List<MemoryEvent> disconnects = member.Graph.Events.Where(e => e != giveBack && IsDisconnect(e, use, resource)).ToList();
        List<MemoryEvent> early = disconnects.Where(d => search.Reaches(d.Node, giveBack.Node)).ToList();

        // To clear the place itself, without the users' lock, keeps out those who come later and not those who were there.
        bool isClearedFirst = early.Count > 0 && early.All(d => d.Location!.MayAlias(resource.Location) && !d.Locks.Excludes(use.Event.Locks));
        if ((early.Count > 0 && !isClearedFirst) || Replacements.ComeFirst(giveBack, given, resource, use, member))
            return null;
        if (disconnects.FirstOrDefault(d => search.Reaches(giveBack.Node, d.Node) && IsMeantFor(d, use) && !early.Contains(d)) is { } late)
            return new Teardown(giveBack, resource.Location.Name, use, late);
        if (isClearedFirst)
            return IsSwappedAway(giveBack, use) ? new Teardown(giveBack, resource.Location.Name, use, null) : null;
        return IsRunning(use.Member, member) && !IsTakenBack(giveBack, member) && RootOf(resource) is Value.Given { Symbol: INamedTypeSymbol } &&
            !SoleOwners.CallIt(giveBack, member, use, context.World)
            ? new Teardown(giveBack, resource.Location.Name, use, null)
            : null;
    }

    private static Teardown? JudgeWait(MemoryEvent giveBack, Value given, AccessPath resource, MemberEvent use, Member member, ProtocolContext context) =>
        EarlyWaits.ReplacementBehind(giveBack, given, resource, use, member, context) is { } late
            ? new Teardown(giveBack, resource.Location.Name, use, late) { IsBehindWait = true }
            : null;

    /// <summary>Where the memory was taken from: a field, an element, or a field that holds the array of them.</summary>
    public static AccessPath? PathOf(Value value) => value switch
    {
        Value.Loaded { Event.Path.Base: Value.Made { CopyOf: { } copied } } => ContentOf(copied),
        Value.Loaded loaded => loaded.Event.Path,
        Value.Held held => held.Path,
        Value.Address address => address.Path,
        Value.Derived { IsChoice: true } choice => choice.Operands.Select(PathOf).FirstOrDefault(p => p is not null),
        Value.Derived derived => derived.Sources().Where(s => s.Operation.Type is { IsReferenceType: true }).OrderBy(s => s.Node).LastOrDefault()?.Path ??
            derived.Operands.Select(PathOf).FirstOrDefault(p => p is not null),
        _ => null,
    };

    /// <summary>The collection that a struct was found in, whose fields lead to the memory.</summary>
    private static AccessPath? ContentOf(Value copied) =>
        copied.Sources().Select(s => s.Path).FirstOrDefault(p => p is { Location.Kind: Accesses.LocationKind.Content, IsFresh: false });

    private static Value? RootOf(AccessPath path)
    {
        Value? at = path.Base;
        while (at is Value.Held or Value.Address or Value.Loaded)
            at = at is Value.Held held ? held.Path.Base : at is Value.Address address ? address.Path.Base : ((Value.Loaded)at).Event.Path?.Base;
        return at;
    }

    /// <summary>The member waits for somebody before it gives the memory back.</summary>
    public static bool IsWaitedFor(MemoryEvent giveBack, Member member) => member.Graph.Events.Any(
        e => (e.Kind is EventKind.Wait or EventKind.Yield || e.Operation is IAwaitOperation) && member.Search.Reaches(e.Node, giveBack.Node));

    /// <summary>The member first takes back code that others were to run, which is not under way any more then.</summary>
    private static bool IsTakenBack(MemoryEvent giveBack, Member member) =>
        member.Graph.Events.Any(e => e.Effect.Role == MemberRole.TakeBack && member.Search.Reaches(e.Node, giveBack.Node));

    /// <summary>The last of several users does it.</summary>
    public static bool IsCounted(MemoryEvent giveBack, Member member) => member.Graph.Nodes.Any(
        n => n.Condition is { } condition && member.Search.Reaches(n.Index, giveBack.Node) &&
            condition.Sources().Any(s => s.Delta != 0 || s.Comparand is Value.Loaded or Value.Derived || s.Twin is not null));

    /// <summary>Where other members take the memory from its place to use it.</summary>
    private static IEnumerable<MemberEvent> UsesOf(AccessPath resource, Member member, ProtocolContext context) =>
        context.World.AccessesOf(resource.Location).Where(a => a.Event.Kind == EventKind.Load && IsFollowed(a))
            .Concat(context.World.FixedReadsOf(resource.Location))
            .Where(a => a.Member != member && !a.Member.IsConstruction && a.Member.Method.MethodKind != MethodKind.Destructor && !IsGivenBack(a));

    private static bool IsGivenBack(MemberEvent load) =>
        load.Member.Graph.Events.Any(e => e.GivenBack is not null && e.Operation.Syntax.Span.Contains(load.Event.Operation.Syntax.Span));

    /// <summary>Not only compared with null.</summary>
    private static bool IsFollowed(MemberEvent load) => load.Event.UsedAt.Count > 0 || load.Event.IsBulk ||
        load.Event.Operation.Parent is IInvocationOperation or IPropertyReferenceOperation or IArgumentOperation ||
        load.Member.Graph.Events.Any(e => e != load.Event && e.Path is not null && (e.DependsByAddress(load.Event) ||
            (e.Path.Base is Value.Made { CopyOf: { } copied } && copied.Sources().Contains(load.Event))));

    /// <summary>Takes away what the other member goes through: the place itself is cleared, or something on the way to it.</summary>
    private static bool IsDisconnect(MemoryEvent @event, MemberEvent use, AccessPath resource)
    {
        if (@event.Location is not { } location ||
            !(@event.TakesOut || Stores.IsClear(@event) || Stores.IsExchange(@event) ||
                (@event.Writes && (@event.Stored is { IsFresh: true } || Pools.IsNewOrReused(@event.Stored)))))
        {
            return false;
        }

        if (location.MayAlias(resource.Location))
            return (@event.Writes || @event.TakesOut) && Value.Same(@event.Path!.Base, resource.Base);
        return !location.Overlaps(resource.Location) && LeadsTo(location, use);
    }

    /// <summary>The user reads the location on its way to what it uses.</summary>
    private static bool LeadsTo(MemoryLocation location, MemberEvent use) => use.Member.Accesses.Any(
        l => l.Event.Reads && l.Location.MayAlias(location) && (use.Event.DependsByAddress(l.Event) || IsItemOf(use.Event.Path!.Base, l.Event, Steps)));

    /// <summary>What a loop over a collection is at: the enumerator is a struct, of which the loop has a copy.</summary>
    private static bool IsItemOf(Value? value, MemoryEvent look, int steps) => value switch
    {
        Value.Made { CopyOf: { } enumerator } => enumerator.Sources().Contains(look),
        Value.Derived { Operands: { Count: 1 } operands } => steps > 0 && IsItemOf(operands[0], look, steps - 1),
        _ => false,
    };

    /// <summary>The disconnecting is done in a way that the users go by: under their lock, or by a marked store that they look at.</summary>
    private static bool IsMeantFor(MemoryEvent disconnect, MemberEvent use) =>
        disconnect.Locks.Excludes(use.Event.Locks) || disconnect.IsConcurrentCollection || (disconnect.IsMarked && use.Event.IsMarked);

    /// <summary>
    /// What is given back was taken from its place in exchange for something new, and the reader takes no lock: it may have read the place before.
    /// </summary>
    private static bool IsSwappedAway(MemoryEvent giveBack, MemberEvent use) =>
        giveBack.GivenBack is Value.Loaded { Event: { Kind: EventKind.ReadModifyWrite } swap } && Stores.IsExchange(swap) &&
        Conditions.AsNumber(swap.Stored) is null &&
        swap.Location!.MayAlias(use.Location) && use.Event.IsMarked && use.Event.Locks.IsEmpty;

    /// <summary>Runs on a thread, timer or task of its own, which the member that gives back has not started itself.</summary>
    private static bool IsRunning(Member user, Member member) => user.Kind == MemberKind.Started && member.Kind == MemberKind.Ordinary &&
        !member.Graph.Events.Any(e => e.Kind == EventKind.Start);
}
