using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;

namespace AioBarrierAnalyzers.Protocol.Messages;

/// <summary>Finds the messages that members pass each other, well or badly ordered.</summary>
internal sealed class MessagePassing
{
    /// <summary>
    /// A type that has to do with more accesses than this is not judged, and where more would have to be paired or kept only what is marked counts as a
    /// message: each of hundreds seems to carry one of each other, and what keeps them in order is a convention that the code does not show.
    /// </summary>
    private const int MaxAccesses = 700;
    private const int MaxWork = 60000;
    private const int MaxMessages = 6000;

    private readonly ProtocolContext _context;
    private readonly Dictionary<MemberEvent, List<Message>> _byUse = new();
    private readonly Dictionary<MemoryLocation, bool> _usedHere = new();
    private List<Message>? _messages;
    private bool _isPartial;

    private MessagePassing(ProtocolContext context) => _context = context;

    /// <summary>The messages of the type that is judged, found once.</summary>
    public static MessagePassing In(ProtocolContext context) => context.Once(static c => new MessagePassing(c));

    /// <summary>All messages between members that may run at the same time, in which at least one side writes the payload.</summary>
    public IReadOnlyList<Message> All => _messages ??= Kept((MayBeJudged() ? Find(ofAll: true) ?? FindMarked() : null) ?? new List<Message>());

    /// <summary>
    /// True where another location carries the same payload with proper order on both sides: then what this one does is no matter (an index
    /// that is only a reservation beside a slot that publishes itself).
    /// </summary>
    public bool IsCarriedOtherwise(Message message)
    {
        foreach (Message other in _byUse[message.Use])
        {
            if (other.Payload.Member == message.Payload.Member && !other.Publish.Location.Overlaps(message.Publish.Location) &&
                other.Payload.Location.Overlaps(message.Payload.Location) &&
                IsSent(other) && IsReceived(other))
            {
                return true;
            }
        }

        return _isPartial && MayBeCarriedUnheard(message);
    }

    /// <summary>Some location that is not marked stands between as well, and was not asked about: a fence may keep it in order.</summary>
    private bool MayBeCarriedUnheard(Message message) => _context.Guards.Of(message.Use.Member).Exists(
        g => g.Covers(message.Use.Event) && !_context.Evidence.IsMarked(g.Load.Location) &&
            message.Payload.Member.Accesses.Any(a => a.Event.Writes && a.Location.Overlaps(g.Load.Location)));

    /// <summary>The sender's payload access is kept before its store, on every path.</summary>
    public static bool IsSent(Message message) => message.IsSent ??= FindSent(message);

    /// <summary>The receiver's load is kept before its payload access, on every path, or by the address it gives.</summary>
    public static bool IsReceived(Message message) => message.IsReceived ??= FindReceived(message);

    private static bool FindSent(Message message)
    {
        GraphSearch search = message.Publish.Member.Search;
        MemoryEvent payload = message.Payload.Event;
        MemoryEvent publish = message.Publish.Event;
        return search.Reaches(payload.Node, publish.Node) && !search.HasUnorderedPath(payload, publish, node => node.Index == publish.Node);
    }

    private static bool FindReceived(Message message)
    {
        MemoryEvent load = message.Guard.Load.Event;
        MemoryEvent use = message.Use.Event;
        return use.DependsByAddress(load) || !message.Use.Member.Search.HasUnorderedPath(load, use, node => node.Index == load.Node);
    }

    private List<Message>? FindMarked()
    {
        _isPartial = true;
        return Find(ofAll: false);
    }

    private bool MayBeJudged() => _context.World.Members.Sum(m => m.Accesses.Length) <= MaxAccesses;

    /// <param name="ofAll">Of all locations, not only of those that are volatile or accessed in order somewhere.</param>
    /// <returns>Null where there are too many.</returns>
    [MethodImpl(HotPath.Optimized)]
    private List<Message>? Find(bool ofAll)
    {
        var messages = new List<Message>();
        int work = 0;
        foreach (Member receiver in _context.World.Members)
        {
            if (receiver.IsConstruction || !IsMetHere(receiver))
                continue;
            List<MemberEvent> allUses = UsesOf(receiver);
            List<MemberEvent> usesHere = allUses.Where(u => IsUsedHere(u.Location)).ToList();
            foreach (Guard guard in _context.Guards.Of(receiver).Concat(_context.Guards.OfOriginals(receiver)))
            {
                if (!ofAll && !_context.Evidence.IsMarked(guard.Load.Location))
                    continue;
                List<MemberEvent> publishes = PublishesFor(guard);
                bool isOwnLoad = IsOwn(guard.Load);
                List<MemberEvent> uses = isOwnLoad || publishes.Any(IsOwn) ? allUses : usesHere;
                if (publishes.Count == 0 || uses.Count == 0 || IsRetry(guard) || IsComparisonOfReferences(guard) || IsComparisonWithOwn(guard))
                    continue;
                OtherWay? other = null;
                BitArray region = guard.Region;
                foreach (MemberEvent use in uses)
                {
                    if (!(region[use.Event.Node] || (use.Event.Kind == EventKind.Load && (other ??= new OtherWay(guard)).MakesSure(use))) ||
                        use.Location.Overlaps(guard.Load.Location))
                    {
                        continue;
                    }

                    bool isOwnUse = isOwnLoad || IsOwn(use);
                    foreach (MemberEvent payload in PayloadsOf(use))
                    {
                        work += publishes.Count;
                        if (work > MaxWork || messages.Count > MaxMessages)
                            return null;

                        if ((payload.Event.Writes || use.Event.Writes) && !payload.Event.Locks.Excludes(use.Event.Locks))
                            AddMessages(messages, guard, publishes, payload, use, isOwnUse || IsOwn(payload));
                    }
                }
            }
        }

        return messages;
    }

    /// <summary>What others do to the same place; who copies a struct as a whole has what they did to its parts.</summary>
    private IEnumerable<MemberEvent> PayloadsOf(MemberEvent use)
    {
        IReadOnlyList<MemberEvent> whole = _context.World.AccessesOf(use.Location);
        return use.Event.IsBulk ? whole.Concat(_context.World.PartsOf(use.Location)) : whole;
    }

    /// <summary>Keeps the messages by what the receiver does, too.</summary>
    private List<Message> Kept(List<Message> messages)
    {
        foreach (Message message in messages)
        {
            if (!_byUse.TryGetValue(message.Use, out List<Message>? list))
                _byUse.Add(message.Use, list = new List<Message>());
            list.Add(message);
        }

        return messages;
    }

    /// <summary>The stores of others by which the guard may come out its way.</summary>
    [MethodImpl(HotPath.Optimized)]
    private List<MemberEvent> PublishesFor(Guard guard)
    {
        var publishes = new List<MemberEvent>(0);
        foreach (MemberEvent access in _context.World.AccessesOf(guard.Load.Location))
        {
            MemoryEvent store = access.Event;
            if (store.Writes && !IsUnknownMemory(store) && !store.IsUnsafeCollection && ProtocolContext.MayOverlap(access.Member, guard.Member) &&
                guard.Admits(store.Stored) && !IsObjectForNone(guard, store) && !IsReplaced(guard, access) &&
                !store.Locks.Excludes(guard.Load.Event.Locks))
            {
                publishes.Add(access);
            }
        }

        return publishes;
    }

    private bool IsOwn(MemberEvent access) => _context.IsOwn(access.Event);

    /// <summary>Uses something that code of the type that is judged uses, too.</summary>
    private bool IsMetHere(Member receiver)
    {
        foreach (MemberEvent access in receiver.Accesses)
        {
            if (IsUsedHere(access.Location))
                return true;
        }

        return receiver.Handlers.Length > 0;
    }

    /// <summary>Code of the type that is judged accesses the location.</summary>
    private bool IsUsedHere(MemoryLocation location)
    {
        if (!_usedHere.TryGetValue(location, out bool isUsed))
            _usedHere.Add(location, isUsed = _context.World.AccessesOf(location).Any(IsOwn));
        return isUsed;
    }

    /// <summary>Adds what the sender of a payload says by its stores. What two other types say to each other is heard where one of them is judged.</summary>
    [MethodImpl(HotPath.Optimized)]
    private void AddMessages(List<Message> messages, Guard guard, List<MemberEvent> publishes, MemberEvent payload, MemberEvent use, bool isOwn)
    {
        foreach (MemberEvent publish in publishes)
        {
            if (publish.Member == payload.Member && (isOwn || IsOwn(publish)) && !payload.Location.Overlaps(publish.Location))
                messages.Add(new Message(payload, publish, guard, use));
        }
    }

    /// <summary>An object is stored where the guard asks that there is none; of what a call gave it is believed to be one.</summary>
    private static bool IsObjectForNone(Guard guard, MemoryEvent store) => store.Stored is not null &&
        (store.Comparand is Value.Constant { Content: null } || !MayBeNull(store.Stored)) &&
        Conditions.IsNullTest(guard.Branch.Condition!, guard.Load.Event) && guard.Demands(new Value.Constant(null));

    /// <summary>The store is made where the very value is found that the guard asks for, and puts another one in its place.</summary>
    private bool IsReplaced(Guard guard, MemberEvent store) => store.Event.Stored is not Value.Constant && AskedFor(guard) is { } asked &&
        IsMadeWhere(asked, store);

    private bool IsMadeWhere(Value asked, MemberEvent store) => _context.Guards.Of(store.Member).Any(
        g => g.Load.Location.MayAlias(store.Location) && g.Covers(store.Event) && AskedFor(g) is { } found && Value.Same(asked, found));

    /// <summary>The constant that the location must be for the guard's way; null where it may be several.</summary>
    private static Value? AskedFor(Guard guard)
    {
        (Value condition, bool outcome) = Conditions.Reduced(guard.Branch.Condition!, guard.Outcome);
        return condition is Value.Comparison
            { Relation: Relation.Equal or Relation.NotEqual, Left: Value.Loaded { IsExact: true }, Right: Value.Constant asked } equal &&
            equal.Relation == Relation.Equal == outcome ? asked : null;
    }

    /// <summary>Compared with what only this run knows, as its thread's number: nobody else stores that.</summary>
    private static bool IsComparisonWithOwn(Guard guard) => Conditions.Reduced(guard.Branch.Condition!, guard.Outcome).Condition is Value.Comparison
        { Relation: Relation.Equal or Relation.NotEqual } comparison && (comparison.Left is Value.Unknown || comparison.Right is Value.Unknown);

    private static bool MayBeNull(Value value) => value switch
    {
        Value.Constant or Value.Loaded => true,
        Value.Derived { IsChoice: true } choice => choice.Operands.Any(MayBeNull),
        _ => false,
    };

    /// <summary>Memory or an object that this very run got from a call: most likely it is being set up and nobody else has it yet.</summary>
    private bool IsUnknownMemory(MemoryEvent store)
    {
        if (!store.Location!.ThroughPointer && _context.Evidence.IsMarked(store.Location))
            return false;
        Value? root = store.Path!.Base;
        while (root is Value.Address or Value.Held)
            root = root is Value.Address address ? address.Path.Base : ((Value.Held)root).Path.Base;
        return root is Value.Unknown or Value.Derived { IsChoice: false };
    }

    /// <summary>A reference compared with another one is an identity, and no flag; compared with null it may be.</summary>
    private static bool IsComparisonOfReferences(Guard guard) =>
        guard.Load.Event.Operation.Type is { IsReferenceType: true } && !guard.Load.Event.IsConcurrentCollection &&
        guard.Load.Location.Kind != Accesses.LocationKind.Content && !Conditions.IsNullTest(guard.Branch.Condition!, guard.Load.Event);

    /// <summary>
    /// The accesses of a receiver, but for what a compare-exchange is handed to compare with: an old value makes it fail, and nothing worse.
    /// </summary>
    [MethodImpl(HotPath.Optimized)]
    private static List<MemberEvent> UsesOf(Member receiver)
    {
        var uses = new List<MemberEvent>(receiver.Accesses.Length);
        foreach (MemberEvent use in receiver.Accesses)
        {
            if (use.Event.Kind != EventKind.Load || !IsSeed(use))
                uses.Add(use);
        }

        return uses;
    }

    private static bool IsSeed(MemberEvent load)
    {
        foreach (MemberEvent update in load.Member.AtomicUpdates)
        {
            if (update.Event.Comparand is Value.Loaded { IsExact: true } seed && seed.Event == load.Event && update.Location.MayAlias(load.Location))
                return true;
        }

        return false;
    }

    /// <summary>A branch on whether an atomic operation succeeded tests no flag.</summary>
    private static bool IsRetry(Guard guard) => guard.Branch.Condition!.Sources().Any(
        s => s.Kind == EventKind.ReadModifyWrite && s != guard.Load.Event && s.Location?.Overlaps(guard.Load.Location) == true);
}
