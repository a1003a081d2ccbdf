using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Sharing.Gates;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Sharing;

/// <summary>Code that a thread can run as a whole: a method, accessor or lambda that is called from elsewhere, its helpers inlined.</summary>
internal sealed class Member
{
    private GraphSearch? _search;
    private Escapes? _escapes;

    public Member(IMethodSymbol method, INamedTypeSymbol type, EventGraph graph, MemberKind kind)
    {
        Method = method;
        Type = type;
        Graph = graph;
        Kind = kind;
        foreach (MemoryEvent @event in graph.Events)
        {
            bool isOwn = @event.Frame.Depth == 0;
            bool isAtomicUpdate = @event is { Kind: EventKind.ReadModifyWrite, Location: not null, IsConcurrentCollection: false };
            HasInnerAtomicUpdate |= isAtomicUpdate;
            HasAtomicUpdate |= isAtomicUpdate && isOwn;
            TakesLock |= @event.Kind == EventKind.LockEnter && isOwn;
            HasInnerLock |= @event.Kind == EventKind.LockEnter &&
                SymbolEqualityComparer.Default.Equals(@event.Frame.Method.ContainingType, method.ContainingType);
            HasProcessWideFence |= @event.IsProcessWide;
            HasConcurrentAdd |= @event is { IsConcurrentCollection: true, Writes: true };
        }
    }

    public IMethodSymbol Method { get; }

    /// <summary>The type that it runs on: the declaring one, or one derived from it.</summary>
    public INamedTypeSymbol Type { get; }

    public EventGraph Graph { get; }

    public MemberKind Kind { get; set; }

    /// <summary>Started again whether or not its last run has ended.</summary>
    public bool IsRepeated { get; set; }

    /// <summary>A lambda that may run where it was made, with the locks that are held there.</summary>
    public bool MayRunAtOnce { get; set; }

    /// <summary>Runs before the object is known to other threads.</summary>
    public bool IsConstruction => Kind == MemberKind.Construction;

    /// <summary>Updates shared state atomically: its author expects several threads in it.</summary>
    public bool HasAtomicUpdate { get; }

    /// <summary>Takes a lock itself: its author expects several threads in it.</summary>
    public bool TakesLock { get; }

    /// <summary>The same, helpers of its type included.</summary>
    public bool HasInnerLock { get; }

    /// <summary>Makes all threads of the process pass a fence.</summary>
    public bool HasProcessWideFence { get; }

    /// <summary>Adds to a thread-safe collection.</summary>
    public bool HasConcurrentAdd { get; }

    /// <summary>The same, helpers included.</summary>
    public bool HasInnerAtomicUpdate { get; }

    public ImmutableArray<MemberEvent> Accesses { get; private set; } = ImmutableArray<MemberEvent>.Empty;

    /// <summary>The accesses that read, change and write in one step, but for what collections do.</summary>
    public ImmutableArray<MemberEvent> AtomicUpdates { get; private set; } = ImmutableArray<MemberEvent>.Empty;

    /// <summary>The accesses to events: these are no accesses to memory as the others are, the compiler makes the changes atomic.</summary>
    public ImmutableArray<MemberEvent> Handlers { get; private set; } = ImmutableArray<MemberEvent>.Empty;

    /// <summary>The access, or the use of an event's handlers, that an event is; null for one of another member, or one that is no access.</summary>
    [MethodImpl(HotPath.Optimized)]
    public MemberEvent? Find(MemoryEvent @event)
    {
        // Each event has a node of its own, and the accesses are in the order of the nodes.
        int first = 0;
        int last = Accesses.Length - 1;
        while (first <= last)
        {
            int middle = (first + last) / 2;
            int node = Accesses[middle].Event.Node;
            if (node == @event.Node)
                return Accesses[middle].Event == @event ? Accesses[middle] : null;
            if (node < @event.Node)
                first = middle + 1;
            else
                last = middle - 1;
        }

        foreach (MemberEvent handler in Handlers)
        {
            if (handler.Event == @event)
                return handler;
        }

        return null;
    }

    /// <summary>Where objects that the member made, or a constructor's own, become known to others.</summary>
    public Escapes Escapes => _escapes ??= Escapes.Of(Graph, IsConstruction);

    public GraphSearch Search => _search ??= new GraphSearch(Graph);

    /// <summary>The member as a reader would name it.</summary>
    public string Name => Method.MethodKind switch
    {
        MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.EventAdd or MethodKind.EventRemove => Method.AssociatedSymbol?.Name ?? Method.Name,
        MethodKind.Constructor or MethodKind.StaticConstructor => Method.ContainingType.Name,
        MethodKind.Destructor => "~" + Method.ContainingType.Name,
        MethodKind.AnonymousFunction => "a lambda in " + (OuterName(Method) ?? Method.ContainingType.Name),
        MethodKind.ExplicitInterfaceImplementation => Method.Name.Substring(Method.Name.LastIndexOf('.') + 1),
        _ => Method.Name,
    };

    /// <summary>
    /// Runs code of the type, nested types included. What a type inherits may run none: the findings there are the base's, which is judged by itself.
    /// </summary>
    public bool HasCodeOf(INamedTypeSymbol outermost) => Stands(Method, outermost) || Runs(m => Stands(m, outermost));

    /// <summary>Calls the method, also by way of helpers, and something is done there.</summary>
    public bool HasCodeOf(IMethodSymbol helper) => Runs(m => SymbolEqualityComparer.Default.Equals(m.OriginalDefinition, helper.OriginalDefinition));

    private bool Runs(Func<IMethodSymbol, bool> isIt)
    {
        foreach (MemoryEvent @event in Graph.Events)
        {
            for (Frame? at = @event.Frame; at is not null; at = at.Caller)
            {
                if (isIt(at.Method))
                    return true;
            }
        }

        return false;
    }

    private static bool Stands(IMethodSymbol method, INamedTypeSymbol outermost) =>
        SymbolEqualityComparer.Default.Equals(method.ContainingType.Outermost().OriginalDefinition, outermost);

    /// <summary>It is the code that was started, or that the event now calls.</summary>
    public bool IsRunBy(MemoryEvent start)
    {
        foreach (CodeBody body in start.Started)
        {
            if (SymbolEqualityComparer.Default.Equals(
                body.Graph is null ? body.Method.OriginalDefinition : body.Method, body.Graph is null ? Method.OriginalDefinition : Method))
            {
                return true;
            }
        }

        return false;
    }

    public void Complete()
    {
        var accesses = new List<MemberEvent>();
        List<MemberEvent>? handlers = null;
        foreach (MemoryEvent @event in Graph.Events)
        {
            if (@event.Location is not { } location || @event.IsAsserted || !(@event.Reads || @event.Writes) ||
                (@event.Path!.IsFresh && !Escapes.IsShared(@event, Search)) ||
                (location.Kind == AioBarrierAnalyzers.Accesses.LocationKind.Local && !IsWhileShared(@event)))
            {
                continue;
            }

            if (location.Kind == AioBarrierAnalyzers.Accesses.LocationKind.Handlers)
                (handlers ??= new List<MemberEvent>()).Add(new MemberEvent(this, @event));
            else
                accesses.Add(new MemberEvent(this, @event));
        }

        Accesses = accesses.ToImmutableArray();
        AtomicUpdates = accesses.Where(a => a.Event.Kind == EventKind.ReadModifyWrite && !a.Event.IsConcurrentCollection).ToImmutableArray();
        if (handlers is not null)
            Handlers = handlers.ToImmutableArray();
    }

    /// <summary>A local is nobody else's before the code that captured it was started, and again when that was waited for.</summary>
    private bool IsWhileShared(MemoryEvent access)
    {
        if (Method.MethodKind is MethodKind.AnonymousFunction or MethodKind.LocalFunction)
            return true;
        bool IsJoin(GraphNode node) => node.Event is { Kind: EventKind.Wait } or { Operation: IAwaitOperation } ||
            (node.Event?.Operation is ISimpleAssignmentOperation { Target: ILocalReferenceOperation { IsDeclaration: true } target } &&
                SymbolEqualityComparer.Default.Equals(target.Local, access.Location!.Symbol));
        return Graph.Events.Any(e => e.Kind == EventKind.Start && !e.Effect.Is(MemberTraits.Parallel) &&
            Search.ReachesUnblocked(e.Node, access.Node, IsJoin));
    }

    private static string? OuterName(IMethodSymbol lambda)
    {
        ISymbol? at = lambda.ContainingSymbol;
        while (at is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction })
            at = at.ContainingSymbol;
        return (at as IMethodSymbol)?.AssociatedSymbol?.Name ??
            (at is IMethodSymbol { MethodKind: MethodKind.Constructor } ? at.ContainingType.Name : at?.Name);
    }
}
