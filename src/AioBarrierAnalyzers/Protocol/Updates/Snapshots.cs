using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis;
using LocationKind = AioBarrierAnalyzers.Accesses.LocationKind;

namespace AioBarrierAnalyzers.Protocol.Updates;

/// <summary>On which reads of its own location a compare-exchange rests: by its comparand, and by its new value.</summary>
internal sealed class Snapshots
{
    private readonly ProtocolContext _context;
    private readonly MemberEvent _exchange;
    private readonly HashSet<MemoryEvent> _compared;

    public Snapshots(MemberEvent exchange, ProtocolContext context)
    {
        _context = context;
        _exchange = exchange;
        _compared = OwnReads(exchange.Event.Comparand!.Sources());
    }

    private Member Member => _exchange.Member;

    /// <summary>A read that the new value rests on and the comparand does not; null where there is none.</summary>
    public MemoryEvent? StrayRead()
    {
        if (_compared.Count == 0)
            return null;
        HashSet<MemoryEvent> computed = OwnReads(SourcesOf(_exchange.Event.Stored));

        // An object that was there at the first read and is there again at the exchange was not replaced in between, but for one that is used again.
        if (_exchange.Event.Comparand is Value.Loaded { IsExact: true, Event: { Kind: EventKind.Load } first } && (IsNeverPutBack() || IsOnlyRaised()) &&
            computed.All(r => r == first || r.Node > first.Node))
            return null;
        return computed.FirstOrDefault(r => !_compared.Contains(r)) ??
            (_exchange.Event is { Comparand.Varies: true, Stored: { } stored } && IsOfEarlierRound(stored) ? computed.FirstOrDefault() : null);
    }

    /// <summary>
    /// Computed once, where the comparand is another one in each round of the loop. An object that is chosen is made in the round that chooses it.
    /// </summary>
    private static bool IsOfEarlierRound(Value stored) => stored switch
    {
        Value.Derived { IsChoice: true } choice => choice.Operands.Any(IsOfEarlierRound),
        Value.Derived { Varies: false, IsFresh: false } => true,
        _ => false,
    };

    /// <summary>
    /// A read that was tested, where the comparand is another one behind the test that was not, and is replaced whatever it is; null where there is none.
    /// A new value that is computed from the comparand is right for any, and an exchange in between has made what was tested this thread's own.
    /// </summary>
    public MemoryEvent? TestedRead()
    {
        if (_exchange.Event.Comparand is not Value.Loaded { IsExact: true, Event: { Kind: EventKind.Load } comparand } || !_compared.Contains(comparand) ||
            SourcesOf(_exchange.Event.Stored).Contains(comparand) ||
            _context.Guards.Of(Member)
                .Any(g => g.Load.Event == comparand && Member.Search.Reaches(g.Branch.Index, _exchange.Event.Node) && g.Branch.Index < _exchange.Event.Node))
        {
            return null;
        }

        return _context.Guards.Of(Member).FirstOrDefault(
            g => g.Load.Event.Kind == EventKind.Load && g.Load.Event != comparand && IsOwn(g.Load.Event) && g.Covers(comparand) &&
                g.Load.Event.Node < comparand.Node &&
                !IsClaimedBetween(g.Load.Event, comparand))?.Load.Event;
    }

    private bool IsClaimedBetween(MemoryEvent first, MemoryEvent second) => Member.Accesses.Any(
        a => a.Event.Kind == EventKind.ReadModifyWrite && IsOwn(a.Event) && a.Event.Node > first.Node && a.Event.Node < second.Node);

    /// <summary>The plain store that does what the exchange has perhaps refused; null where there is none.</summary>
    public MemberEvent? WriteBack() => !Stores.IsDiscarded(_exchange.Event)
        ? null
        : Member.Accesses.FirstOrDefault(a => a.Event.Kind == EventKind.Store && IsOwn(a.Event) && Member.Search.Reaches(_exchange.Event.Node, a.Event.Node) &&
            a.Event.Stored is not Value.Unknown && Value.Same(a.Event.Stored, _exchange.Event.Stored));

    /// <summary>Every store is of an object that was just made, or computed: no object comes back.</summary>
    private bool IsNeverPutBack() => _exchange.Location is { Kind: LocationKind.Field, Symbol: IFieldSymbol { Type.IsReferenceType: true } } &&
        _context.World.AccessesOf(_exchange.Location).All(a => !a.Event.Writes || a.Event.Stored is Value.Made or Value.Derived { IsChoice: false });

    /// <summary>All others count up, constructors included: a number that was there before does not come back.</summary>
    private bool IsOnlyRaised()
    {
        // Those of constructors are not among these, and are looked for only where the others agree.
        if (_context.World.AccessesOf(_exchange.Location)
            .Any(a => a.Event.Writes && a.Event != _exchange.Event && a.Event.Delta <= 0 && a.Location.MayAlias(_exchange.Location)))
        {
            return false;
        }

        List<MemoryEvent> others = _context.World.Members.Where(m => m.Method.MethodKind != MethodKind.StaticConstructor).SelectMany(m => m.Graph.Events)
            .Where(e => e.Writes && e != _exchange.Event && e.Location?.MayAlias(_exchange.Location) == true).ToList();
        return others.Count > 0 && others.TrueForAll(e => e.Delta > 0);
    }

    private HashSet<MemoryEvent> OwnReads(IEnumerable<MemoryEvent> sources) => new(sources.Where(s => s.Reads && IsOwn(s)));

    private bool IsOwn(MemoryEvent access) =>
        access.Path is { } path && path.Location.MayAlias(_exchange.Location) && path.IsOfSameObject(_exchange.Event.Path!);

    /// <summary>What a value comes from; of an object that was just made, what it was given and what was last stored in it.</summary>
    private IEnumerable<MemoryEvent> SourcesOf(Value? value)
    {
        switch (value)
        {
            case Value.Made made:
                return made.Parts.Concat(LastStores(made).Select(s => s.Stored)).OfType<Value>().SelectMany(v => v.Sources());
            case Value.Derived { IsChoice: true } choice:
                return choice.Operands.SelectMany(SourcesOf);
            default:
                return value is null ? Enumerable.Empty<MemoryEvent>() : WithPlaces(value.Sources());
        }
    }

    /// <summary>What is read by an index rests on whatever gave the index, and what is read in an object on where that was found.</summary>
    private static IEnumerable<MemoryEvent> WithPlaces(IEnumerable<MemoryEvent> sources)
    {
        foreach (MemoryEvent source in sources)
        {
            yield return source;
            if (source.Kind != EventKind.Load)
                continue;
            foreach (Value? place in new[] { source.Path?.Index, source.Path?.Base })
            {
                foreach (MemoryEvent found in place?.Sources() ?? System.Array.Empty<MemoryEvent>())
                    yield return found;
            }
        }
    }

    private IEnumerable<MemoryEvent> LastStores(Value.Made made)
    {
        List<MemoryEvent> stores = Member.Graph.Events.Where(e => e.Kind == EventKind.Store && ReferenceEquals(e.Path?.Base, made)).ToList();
        return stores
            .Where(s => Member.Search.ReachesUnblocked(s.Node, _exchange.Event.Node, n => n.Event is { } e && stores.Contains(e) && e.Path!.Equals(s.Path)));
    }
}
