using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Sharing;

/// <summary>
/// Where the objects that a member made, or that its constructor is making, become known to other threads: stored to where others find them, put into a
/// collection, or given to code that is started. Before that an object is nobody else's; behind it, its memory is shared.
/// </summary>
internal sealed class Escapes
{
    /// <summary>An object further away than this, through holders and choices, is not known.</summary>
    private const int MaxSteps = 24;

    private static readonly Escapes None = new();

    private readonly Dictionary<object, List<MemoryEvent>> _events = new();

    private Escapes()
    {
    }

    /// <summary>The objects that escape, each with the events by which it does; a captured local stands for the object that it holds.</summary>
    public IEnumerable<KeyValuePair<object, List<MemoryEvent>>> All => _events;

    public static Escapes Of(EventGraph graph, bool isConstruction)
    {
        if (!graph.Events.Any(e => e.Stored is Value.Made or Value.Given or Value.Derived { IsFresh: true } || e.Handed.Count > 0 || e.Started.Count > 0))
            return None;
        var escapes = new Escapes();
        var holders = new List<(object Part, object Whole, MemoryEvent At)>();
        foreach (MemoryEvent @event in graph.Events)
        {
            foreach (Value value in @event.Handed)
                escapes.Note(value, @event, isConstruction, holders);
            if (@event.Writes && @event.Stored is not null && @event.Location is not null)
                escapes.Note(@event.Stored, @event, isConstruction, holders);
        }

        // What another object holds is found through it.
        bool hasGrown = holders.Count > 0;
        while (hasGrown)
        {
            hasGrown = false;
            foreach ((object part, object whole, MemoryEvent at) in holders)
            {
                foreach (MemoryEvent escape in escapes._events.TryGetValue(whole, out List<MemoryEvent>? found)
                    ? found.ToArray()
                    : System.Array.Empty<MemoryEvent>())
                {
                    hasGrown |= escapes.Add(part, escape.Node > at.Node ? escape : at);
                }
            }
        }

        return escapes;
    }

    /// <summary>The objects that this run made, or is constructing, on the way of a path to its location.</summary>
    public static IEnumerable<object> RootsOf(AccessPath path) => path.Base is null ? System.Array.Empty<object>() : RootsOf(path.Base);

    /// <summary>
    /// True where the object was known to others when the access was made: some path leads there from an escape, and not past where a new object is made. What
    /// was made known under a lock that is still held is taken for unknown yet.
    /// </summary>
    public bool IsShared(MemoryEvent access, GraphSearch search) =>
        _events.Count > 0 && RootsOf(access.Path!)
            .Any(root => _events.TryGetValue(root, out List<MemoryEvent>? events) &&
                events.Any(e => !e.Locks.Excludes(access.Locks) && IsBehind(root, e, access, search)));

    /// <summary>True where the access is to the same object that the event made known.</summary>
    public static bool IsBehind(object root, MemoryEvent escape, MemoryEvent access, GraphSearch search)
    {
        if (!search.Reaches(escape.Node, access.Node))
            return false;
        int made = (root as Value.Made)?.At ?? -1;
        return made < 0 || search.ReachesUnblocked(escape.Node, access.Node, node => node.Index == made);
    }

    private static IReadOnlyCollection<object> RootsOf(Value value)
    {
        // Straight on, as far as there is no choice.
        for (int steps = 0; steps < MaxSteps; steps++)
        {
            switch (value)
            {
                case Value.Made { Type: null or { IsReferenceType: true } }:
                case Value.Given { Symbol: INamedTypeSymbol { IsReferenceType: true } }:
                    return new object[] { value };
                case Value.Derived { IsChoice: true }:
                    return RootsOfChoice(value);
                default:
                    if (HolderOf(value) is not { } holder)
                        return System.Array.Empty<object>();
                    value = holder;
                    break;
            }
        }

        return System.Array.Empty<object>();
    }

    /// <summary>The next object on the way to a root; null where the way is not known.</summary>
    private static Value? HolderOf(Value value) => value switch
    {
        Value.Loaded { Event.Path: { IsFresh: true } path } => path.Base,
        Value.Held held => held.Path.Base,
        Value.Address address => address.Path.Base,
        _ => null,
    };

    private static IReadOnlyCollection<object> RootsOfChoice(Value value)
    {
        var roots = new HashSet<object>();
        var seen = new HashSet<Value>();
        var pending = new Stack<Value>();
        pending.Push(value);
        while (pending.Count > 0 && seen.Count < MaxSteps)
        {
            Value at = pending.Pop();
            if (!seen.Add(at))
                continue;
            switch (at)
            {
                case Value.Made { Type: null or { IsReferenceType: true } }:
                case Value.Given { Symbol: INamedTypeSymbol { IsReferenceType: true } }:
                    roots.Add(at);
                    break;
                case Value.Derived { IsChoice: true } choice:
                    foreach (Value operand in choice.Operands)
                        pending.Push(operand);
                    break;
                default:
                    if (HolderOf(at) is { } holder)
                        pending.Push(holder);
                    break;
            }
        }

        return roots;
    }

    private void Note(Value value, MemoryEvent at, bool isConstruction, List<(object Part, object Whole, MemoryEvent At)> holders)
    {
        if (value is Value.Loaded or Value.Held or Value.Address)
            return;
        foreach (object part in RootsOf(value))
        {
            // Only a constructor's own object was not known before; to be started on another thread is something new to any.
            if (part is Value.Given && !isConstruction && at.Kind != EventKind.Start)
                continue;
            object[] wholes = at.Path is null || at.Location!.Kind == AioBarrierAnalyzers.Accesses.LocationKind.Local
                ? System.Array.Empty<object>()
                : RootsOf(at.Path).Where(w => w is Value.Made || isConstruction).ToArray();
            foreach (object whole in wholes)
                holders.Add((part, whole, at));
            if (wholes.Length == 0 && at.Location?.Kind != AioBarrierAnalyzers.Accesses.LocationKind.Local)
                Add(part, at);
        }
    }

    private bool Add(object part, MemoryEvent at)
    {
        if (!_events.TryGetValue(part, out List<MemoryEvent>? events))
            _events.Add(part, events = new List<MemoryEvent>());
        if (events.Contains(at))
            return false;
        events.Add(at);
        return true;
    }
}
