using System.Collections.Generic;
using System.Linq;
using System.Threading;
using AioBarrierAnalyzers.MemoryModel;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Accesses.Walk;

/// <summary>
/// Turns one member, its helpers inlined, into an <see cref="EventGraph"/>. This is the shared cursor of the walk: where it stands, what
/// is known there, and how events are added; blocks, operations and calls have walkers of their own.
/// </summary>
internal sealed class MemberWalk
{
    /// <summary>A graph beyond this many nodes is given up: no finding comes from it.</summary>
    public const int MaxNodes = 450;

    private MemberWalk(WalkContext context, CancellationToken cancellation)
    {
        Context = context;
        Cancellation = cancellation;
        Blocks = new BlockWalker(this);
        Operations = new OperationEvaluator(this);
        Assignments = new AssignmentEvaluator(this);
        Calls = new CallEvaluator(this);
        Helpers = new HelperWalk(this);
        Places = new PlaceEvaluator(this);
        Subscriptions = new Subscriptions(this);
        BareLocks = new BareLocks(this);
    }

    public WalkContext Context { get; }

    public CancellationToken Cancellation { get; }

    public EventGraph Graph { get; } = new();

    public BlockWalker Blocks { get; }

    public OperationEvaluator Operations { get; }

    public AssignmentEvaluator Assignments { get; }

    public Subscriptions Subscriptions { get; }

    public CallEvaluator Calls { get; }

    public HelperWalk Helpers { get; }

    public PlaceEvaluator Places { get; }

    public BareLocks BareLocks { get; }

    public KnownMembers Known => Context.Known;

    /// <summary>Lambdas met that are not run at once, with the locals they see.</summary>
    public List<DeferredCode> Deferred { get; } = new();

    /// <summary>Helpers that were met so deep that what they call is not seen; they are to be walked by themselves.</summary>
    public DeepHelpers TooDeep { get; } = new();

    /// <summary>Locals and parameters that deferred code shares with the member.</summary>
    public HashSet<ISymbol> SharedLocals { get; } = new(SymbolEqualityComparer.Default);

    private readonly List<Value.Code> _prepared = new();
    private readonly Dictionary<ISymbol, List<int>> _assignments = new(SymbolEqualityComparer.Default);

    /// <summary>Those of them that are assigned again, so that the other code may see either value.</summary>
    public HashSet<ISymbol> ChangingLocals { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>The node that the next event follows; -1 where no path leads on.</summary>
    public int Current { get; set; }

    public FlowState State { get; set; } = FlowState.Initial;

    /// <summary>The object whose members a pattern looks at; null outside of patterns.</summary>
    public Value? PatternInput { get; set; }

    /// <summary>The body that the walk is in.</summary>
    public Activation Activation { get; private set; } = null!;

    public bool IsGivenUp => Graph.IsTruncated;

    /// <summary>Walks a helper by itself, under the locks that all its callers hold.</summary>
    public static MemberWalk RunUnder(LockSet locks, WalkContext context, CodeBody body, CancellationToken cancellation) =>
        RunFrom(FlowState.Initial.With(locks), context, body, cancellation, System.Array.Empty<ISymbol>());

    /// <summary>Walks a body as a member of its own, with what is known where it was made; the locks held there are not held when it runs.</summary>
    public static MemberWalk Run(WalkContext context, CodeBody body, FlowState state, CancellationToken cancellation, IEnumerable<ISymbol> shared) =>
        RunFrom(state.Detached(), context, body, cancellation, shared);

    private static MemberWalk RunFrom(FlowState state, WalkContext context, CodeBody body, CancellationToken cancellation, IEnumerable<ISymbol> shared)
    {
        var walk = new MemberWalk(context, cancellation);
        walk.Current = walk.Graph.AddNode().Index;
        walk.State = state;
        walk.SharedLocals.UnionWith(shared);
        GraphFacts? facts = body.Graph is null ? context.Bodies.Get(body.Method, cancellation) : context.Bodies.FactsOf(body.Graph);
        if (facts is null)
            return walk;
        if (context.Sizes.Of(body.Method, facts, cancellation) > MaxNodes)
        {
            walk.Graph.IsTruncated = true;
            return walk;
        }

        Value? receiver = body.Receiver ?? (body.Method.IsStatic ? null : new Value.Given(body.Method.ContainingType));
        foreach (WalkExit exit in walk.Run(new Activation(body.Method, facts, receiver, walk.State.Locks)))
        {
            walk.Graph.Nodes[exit.Node].IsExit = true;
            walk.Current = exit.Node;
            walk.Use(exit.Value);
            walk.Graph.Results.Add(exit.Value);
            foreach (IParameterSymbol parameter in body.Method.Parameters)
            {
                if (parameter.RefKind == RefKind.Out && exit.State.Values.TryGetValue(parameter, out Value result))
                    walk.Use(result);
            }
        }

        return walk;
    }

    /// <summary>Walks a body from where the cursor stands; gives the places where it returns.</summary>
    public WalkExits Run(Activation activation)
    {
        Activation outer = Activation;
        Activation = activation;
        SharedLocals.UnionWith(activation.Facts.Captured);
        ChangingLocals.UnionWith(activation.Facts.Changing);
        Blocks.WalkBody();
        Activation = outer;
        return activation.Returns;
    }

    /// <summary>Adds a node behind the cursor and moves there.</summary>
    public GraphNode Advance()
    {
        GraphNode node = Graph.AddNode();
        if (Current >= 0)
            Graph.Link(Current, node.Index);
        Current = node.Index;
        if (Graph.Nodes.Count > MaxNodes)
            Graph.IsTruncated = true;
        return node;
    }

    public MemoryEvent Emit(EventKind kind, MemoryAction action, IOperation operation, AccessPath? path = null)
    {
        GraphNode node = Advance();
        var @event = new MemoryEvent(node.Index, kind, action, operation, Activation.Frame, State.Locks)
        {
            Path = kind is EventKind.Store or EventKind.ReadModifyWrite ? path?.OfCopy() : path,
            IsMarked = !action.IsPlain,
            IsAsserted = Activation.IsAsserted(operation.Syntax),
        };
        Graph.AddEvent(node, @event);
        return @event;
    }

    /// <summary>Adds the event of a known member, with the order that comes with it.</summary>
    public MemoryEvent Emit(EventKind kind, KnownCall call, AccessPath? path = null)
    {
        MemoryEvent @event = Emit(kind, call.Effect.Action, call.Operation, path);
        @event.Effect = call.Effect;
        return @event;
    }

    /// <summary>Notes what is given to another thread together with the code that it will run.</summary>
    /// <param name="event">The start, or the subscription.</param>
    /// <param name="code">A delegate, or the object that will run one.</param>
    /// <param name="isObject">It is such an object; where it is not known which, all that this run made count.</param>
    /// <param name="arguments">What else is handed over.</param>
    public void HandOver(MemoryEvent @event, Value? code, bool isObject, IEnumerable<Value> arguments)
    {
        List<Value.Code> codes = (code as Value.Code ?? (code as Value.Made)?.Parts.OfType<Value.Code>().FirstOrDefault()) is { } known
            ? new List<Value.Code> { known }
            : isObject && code is not Value.Made ? _prepared : new List<Value.Code>();
        @event.Started = codes.Select(c => c.Body).ToArray();
        @event.Handed = arguments.Concat(codes.Where(c => c.Body.Receiver is not null).Select(c => c.Body.Receiver!)).ToArray();
    }

    /// <summary>Notes code of a thread, task or timer that was made and not yet started.</summary>
    public void Prepare(Value? code)
    {
        if (code is Value.Code known)
            _prepared.Add(known);
    }

    /// <summary>Notes that a value is used where the cursor stands.</summary>
    public void Use(Value? value)
    {
        if (value is null || Current < 0)
            return;
        IReadOnlyList<MemoryEvent> sources = value.Sources();
        for (int i = 0; i < sources.Count; i++)
        {
            MemoryEvent source = sources[i];

            // What lambdas were given may come from the graph of the member around them.
            if (source.Node < Graph.Nodes.Count && Graph.Nodes[source.Node].Event == source)
                source.UseAt(Current);
        }

        // A struct of the project is what it was made of.
        if (value is Value.Made { Type: { IsValueType: true } type, Parts: { Count: > 0 } parts } && Context.IsInSource(type))
        {
            foreach (Value part in parts)
                Use(part);
        }
    }

    /// <summary>The nodes behind which a variable is assigned, as far as the walk has come.</summary>
    public List<int> AssignmentsOf(ISymbol variable)
    {
        if (!_assignments.TryGetValue(variable, out List<int>? nodes))
            _assignments.Add(variable, nodes = new List<int>());
        return nodes;
    }

    /// <summary>Moves the cursor to where several paths meet.</summary>
    public void MeetAt(WalkExits exits)
    {
        exits = exits.Reached();
        if (exits.Count == 0)
        {
            Current = -1;
            return;
        }

        if (exits.Count == 1)
        {
            Current = exits[0].Node;
            State = exits[0].State;
            return;
        }

        GraphNode join = Graph.AddNode();
        FlowState state = exits[0].State;
        foreach (WalkExit exit in exits)
        {
            Graph.Link(exit.Node, join.Index);
            state = state.Meet(exit.State);
        }

        Current = join.Index;
        State = state;
    }
}
