using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Protocol.Messages;

/// <summary>
/// Protocols of which one side alone is in the source: the memory is reached through pointers, and the other thread is a kernel's or another
/// process's. An index that says which slot was touched, and a pointee that nobody here writes, stand for the missing side.
/// </summary>
internal sealed class ExternalParty
{
    /// <summary>So many addresses within addresses are followed.</summary>
    private const int MaxSteps = 8;

    private readonly ProtocolContext _context;
    private readonly ForeignMemory _memory;

    private ExternalParty(ProtocolContext context)
    {
        _context = context;
        _memory = ForeignMemory.In(context);
    }

    /// <summary>The protocols of the type that is judged, found once.</summary>
    public static ExternalParty In(ProtocolContext context) => context.Once(static c => new ExternalParty(c));

    /// <summary>Two accesses of a member to foreign memory that are not kept in order.</summary>
    public readonly struct Pair
    {
        public Pair(MemberEvent first, MemberEvent second)
        {
            First = first;
            Second = second;
        }

        public MemberEvent First { get; }

        public MemberEvent Second { get; }
    }

    /// <summary>A slot is touched, and then an index is stored plainly that covers it, or the state that was checked before.</summary>
    public IEnumerable<Pair> PlainPublications(bool ofWrites)
    {
        foreach (Member member in Members())
        {
            foreach (MemberEvent publish in member.Accesses)
            {
                if (publish.Event is not { Kind: EventKind.Store, Action.IsPlain: true } || !_memory.IsForeign(publish.Event))
                    continue;
                MemberEvent? payload = member.Accesses.LastOrDefault(p => p.Event.Kind == (ofWrites ? EventKind.Store : EventKind.Load) &&
                    IsPayloadOf(p, publish));
                if (payload is not null)
                    yield return new Pair(payload, publish);
            }
        }
    }

    /// <summary>An index is stored that covers a slot, and the slot is touched only then.</summary>
    public IEnumerable<Pair> EarlyPublications(bool ofWrites)
    {
        foreach (Member member in Members())
        {
            foreach (MemberEvent publish in member.Accesses)
            {
                if (publish.Event.Kind != EventKind.Store || !_memory.IsForeign(publish.Event))
                    continue;
                foreach (MemberEvent slot in member.Accesses)
                {
                    if (slot.Event.Kind == (ofWrites ? EventKind.Store : EventKind.Load) && _memory.IsForeign(slot.Event) &&
                        !slot.Location.Overlaps(publish.Location) &&
                        CoversBy(publish, slot) && IsForOthers(slot, publish) && _context.BringsTogether(slot.Event, publish.Event) &&
                        IsOnlyBehind(slot, publish))
                    {
                        yield return new Pair(publish, slot);
                    }
                }
            }
        }
    }

    /// <summary>Behind the store and before the index can have another value; and not before the store as well.</summary>
    private static bool IsOnlyBehind(MemberEvent slot, MemberEvent publish)
    {
        GraphSearch search = slot.Member.Search;
        HashSet<MemoryEvent> index = IndexOf(slot.Event);
        index.RemoveWhere(i => search.Reaches(publish.Event.Node, i.Node) && !search.Reaches(i.Node, publish.Event.Node) && !slot.Member.Accesses.Any(
            w => w.Event.Writes && w.Location.Overlaps(i.Location!) && search.Reaches(publish.Event.Node, w.Event.Node) &&
                search.Reaches(w.Event.Node, i.Node)));
        return search.ReachesUnblocked(publish.Event.Node, slot.Event.Node, node => node.Event is { } e && index.Contains(e)) &&
            !slot.Member.Accesses.Any(a => a.Event.Kind == slot.Event.Kind && a.Location.Overlaps(slot.Location) &&
                search.ReachesUnblocked(a.Event.Node, publish.Event.Node, node => node.Event is { } e && index.Contains(e)));
    }

    /// <summary>An index or flag that somebody else stores is read plainly, and then what it guards.</summary>
    public IEnumerable<Pair> PlainConsumptions()
    {
        foreach (Member member in Members())
        {
            foreach (MemberEvent load in member.Accesses)
            {
                if (load.Event is not { Kind: EventKind.Load, Action.IsPlain: true, IsBulk: false } || !_memory.IsForeign(load.Event) ||
                    IsStoredHere(load.Location))
                {
                    continue;
                }

                if (member.Accesses.FirstOrDefault(use => IsGuardedBy(use, load)) is { } payload)
                    yield return new Pair(load, payload);
            }
        }
    }

    /// <summary>The program stores it itself, be it only in a struct that it makes: then nobody else need do so.</summary>
    private bool IsStoredHere(MemoryLocation location) => _context.World.AccessesOf(location).Any(a => a.Event.Writes) ||
        (location.NamingSymbol is { } part && _context.World.Members.Any(m => m.Graph.Events.Any(
            e => e is { Kind: EventKind.Store, Path.Base: Value.Made } && SymbolEqualityComparer.Default.Equals(e.Path.Symbol, part))));

    /// <summary>An index is stored for the other party, and then its flag is looked at that says whether it must be woken.</summary>
    public IEnumerable<Pair> WakeChecks()
    {
        foreach (Member member in Members())
        {
            foreach (Guard guard in _context.Guards.Of(member))
            {
                MemberEvent check = guard.Load;
                if (check.Event.Kind != EventKind.Load || !_memory.IsForeign(check.Event) || !guard.IsChoice || guard.Branch.Condition!.Sources().Count != 1 ||
                    !guard.NearEvents(EventKind.Invoke).Concat(guard.NearEvents(EventKind.Opaque)).Concat(guard.NearEvents(EventKind.Wake)).Any() ||
                    IsStoredHere(check.Location))
                {
                    continue;
                }

                MemberEvent? store = member.Accesses.LastOrDefault(s => s.Event.Kind == EventKind.Store && s.Event.IsMarked && _memory.IsForeign(s.Event) &&
                    s.Event.Stored is not Value.Constant &&
                    !s.Location.Overlaps(check.Location) && member.Search.HasUnorderedPath(s.Event, check.Event));
                if (store is not null)
                    yield return new Pair(store, check);
            }
        }
    }

    private IEnumerable<Member> Members() => _context.World.Own.Where(m => !m.IsConstruction && m.Accesses.Any(a => a.Location.ThroughPointer));

    private bool IsPayloadOf(MemberEvent payload, MemberEvent publish)
    {
        GraphSearch search = payload.Member.Search;
        if (!_memory.IsForeign(payload.Event) || payload.Location.Overlaps(publish.Location) || !_context.IsConcerned(payload.Event, publish.Event) ||
            !((CoversBy(publish, payload) && IsForOthers(payload, publish)) || IsCheckedState(publish, payload)))
        {
            return false;
        }

        return search.HasUnorderedPath(payload.Event, publish.Event, node => node.Index == publish.Event.Node);
    }

    /// <summary>
    /// The index that is stored was, one step before, the index of the slot. One that stands in the slot itself, and that nobody asks for in order, is payload
    /// like the rest of the slot.
    /// </summary>
    private bool CoversBy(MemberEvent publish, MemberEvent payload)
    {
        if (publish.Event.Stored is null || publish.Location.Offset.IsIndexed)
            return false;
        HashSet<MemoryEvent> index = IndexOf(payload.Event);
        if (!_context.Evidence.IsMarked(publish.Location) && index.Overlaps(IndexOf(publish.Event)))
            return false;
        return publish.Event.Stored.Sources()
            .Any(s => index.Any(i => i == s || (i.Location is not null && s.Location is not null && i.Location.Equals(s.Location))));
    }

    /// <summary>
    /// A native list appends in the same shape. So something must say that there is another party: ordered accesses, a mapped file, or an index
    /// that this side only compares with its own.
    /// </summary>
    private bool IsForOthers(MemberEvent payload, MemberEvent publish)
    {
        if (_context.World.AccessesOf(publish.Location).Any(a => a.Event.Reads && a.Member != publish.Member && !a.Event.IsMarked))
            return false;
        return _memory.HasMarks || _memory.IsMapped(publish.Event) ||
            _context.Guards.Of(publish.Member).Any(g => g.Covers(payload.Event) && IsForeignIndex(g, IndexOf(payload.Event)));
    }

    /// <summary>What is compared here with the index of a slot is never stored here, and that index is.</summary>
    private bool IsForeignIndex(Guard guard, HashSet<MemoryEvent> index) =>
        _memory.IsForeign(guard.Load.Event) && !_context.World.AccessesOf(guard.Load.Location).Any(a => a.Event.Writes) &&
        (_memory.HasMarks || IsEquality(guard.Branch.Condition!)) &&
        guard.Branch.Condition!.Sources().Any(s => s != guard.Load.Event && index.Contains(s) && s.Location is { ThroughPointer: true } own &&
            _context.World.AccessesOf(own).Any(a => a.Event.Writes));

    private static bool IsEquality(Value condition) => condition switch
    {
        Value.Negation negation => IsEquality(negation.Operand),
        Value.Comparison comparison => comparison.Relation is Relation.Equal or Relation.NotEqual,
        _ => false,
    };

    /// <summary>The state of the slot was looked at, in order, before the slot was touched.</summary>
    private bool IsCheckedState(MemberEvent publish, MemberEvent payload) => _context.Guards.Of(payload.Member).Any(
        g => g.Load.Event is { IsMarked: true, Kind: EventKind.Load } && g.Load.Location.Equals(publish.Location) && g.Covers(payload.Event) &&
            g.Covers(publish.Event));

    private bool IsGuardedBy(MemberEvent use, MemberEvent load)
    {
        if (use.Event.Kind != EventKind.Load || !_memory.IsForeign(use.Event) || use.Location.Overlaps(load.Location) ||
            !_context.IsConcerned(load.Event, use.Event) ||
            PointsTo(use.Event, load.Event) || !load.Member.Search.HasUnorderedPath(load.Event, use.Event, node => node.Index == load.Event.Node))
        {
            return false;
        }

        HashSet<MemoryEvent> index = IndexOf(use.Event);
        bool isBounded = index.Contains(load.Event);
        bool isExpected = _memory.IsExpected(load) && (_context.Evidence.IsMarked(load.Location) || !IsAskedForInOrder(use, load));
        foreach (Guard guard in _context.Guards.Of(load))
        {
            if (!guard.Covers(use.Event))
                continue;

            // A ring: what is compared with the index of the slot, which this side gives back.
            if (IsForeignIndex(guard, index))
                return true;
            if (isExpected && (isBounded || use.Location.Offset.IsIndexed))
                return true;
        }

        return isExpected && isBounded;
    }

    /// <summary>
    /// Another word of such memory is read in order first, and says whether there is anything to use: then that one is what changes, and what is read plainly
    /// is data behind it like the rest, or was settled before anybody began.
    /// </summary>
    private bool IsAskedForInOrder(MemberEvent use, MemberEvent load)
    {
        foreach (Guard guard in _context.Guards.Of(use.Member))
        {
            if (guard.Covers(use.Event) && guard.Load.Event.IsMarked && guard.Load.Event.Reads && _memory.IsForeign(guard.Load.Event) &&
                !guard.Load.Location.Overlaps(load.Location))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The access goes through a pointer that the load gave, and not merely by an index.</summary>
    private static bool PointsTo(MemoryEvent access, MemoryEvent load)
    {
        AccessPath? at = access.Path;
        for (int i = 0; at is not null && i < MaxSteps; i++)
        {
            if (at.Base is Value.Loaded loaded && loaded.Event == load)
                return true;
            at = (at.Base as Value.Address)?.Path;
        }

        return false;
    }

    private static HashSet<MemoryEvent> IndexOf(MemoryEvent access)
    {
        var sources = new HashSet<MemoryEvent>();
        AccessPath? at = access.Path;
        for (int i = 0; at is not null && i < MaxSteps; i++)
        {
            sources.UnionWith(at.Index?.Sources() ?? System.Array.Empty<MemoryEvent>());
            at = (at.Base as Value.Address)?.Path;
        }

        return sources;
    }
}
