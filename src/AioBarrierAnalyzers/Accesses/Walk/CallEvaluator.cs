using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.MemoryModel;
using AioBarrierAnalyzers.Options;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Accesses.Walk;

/// <summary>Evaluates calls: a known member by its effect, a helper in the source by walking it, anything else as an unknown call.</summary>
internal sealed class CallEvaluator
{
    /// <summary>Helpers are followed this deep; deeper ones are unknown calls.</summary>
    private const int MaxDepth = 4;

    private readonly MemberWalk _walk;
    private readonly EffectEmitter _effects;

    public CallEvaluator(MemberWalk walk)
    {
        _walk = walk;
        _effects = new EffectEmitter(walk);
    }

    public Value Invocation(IInvocationOperation invocation, bool wantsAddress) =>
        Meet(Call(invocation, isCondition: false), invocation, wantsAddress || invocation.TargetMethod.ReturnsVoid);

    public IReadOnlyList<WalkExit> ConditionCall(IInvocationOperation invocation) => Call(invocation, isCondition: true);

    public Value Getter(IPropertyReferenceOperation property, bool wantsAddress) => Meet(Get(property), property, wantsAddress);

    public IReadOnlyList<WalkExit> ConditionGetter(IPropertyReferenceOperation property) => Get(property);

    public Value Setter(IPropertyReferenceOperation property, IOperation value, IOperation operation)
    {
        Value? receiver = ReceiverOf(property.Instance);
        List<Value> arguments = property.Arguments.Select(a => _walk.Operations.Evaluate(a.Value)).ToList();
        if (property.Property.ReturnsByRef)
        {
            Value address = Meet(Get(property), property, wantsAddress: true);
            Value stored = _walk.Operations.Evaluate(value);
            if (address is Value.Address known)
                _walk.Places.Store(Place.Memory(known.Path), stored, operation);
            return stored;
        }

        Value assigned = _walk.Operations.Evaluate(value);
        arguments.Add(assigned);
        if (assigned is Value.Code code)
            _walk.Deferred.Add(new DeferredCode(code.Body, _walk.State, isStarted: false, isLater: true));
        if (property.Property.SetMethod is { } setter)
            Meet(Dispatch(setter, receiver, arguments, operation, isCondition: false), operation, wantsAddress: true);
        return assigned;
    }

    public Value UpdateProperty(IPropertyReferenceOperation property, System.Func<Value, Value> combine, IOperation operation)
    {
        if (property.Property.ReturnsByRef)
        {
            if (Meet(Get(property), property, wantsAddress: true) is not Value.Address address)
                return Value.Unknown.Instance;
            Place place = Place.Memory(address.Path);
            Value before = _walk.Places.Load(place, operation);
            MemoryEvent? store = _walk.Places.Store(place, combine(before), operation);
            if (store is not null && before is Value.Loaded loaded)
                (store.Twin, loaded.Event.Twin) = (loaded.Event, store);
            return before;
        }

        Value old = Meet(Get(property), property, wantsAddress: false);
        Value updated = combine(old);
        if (property.Property.SetMethod is { } setter)
        {
            List<Value> arguments = property.Arguments.Select(_ => (Value)Value.Unknown.Instance).ToList();
            arguments.Add(updated);
            Meet(Dispatch(setter, ReceiverOf(property.Instance), arguments, operation, isCondition: false), operation, wantsAddress: true);
        }

        return updated;
    }

    public Value Creation(IObjectCreationOperation creation)
    {
        List<Value> arguments = Arguments(creation.Arguments);
        if (creation.Constructor is { } constructor && _walk.Known.TryGetEffect(constructor, out MemberEffect effect))
        {
            Value result = Meet(_effects.Emit(effect, constructor, null, arguments, creation, isCondition: false), creation, wantsAddress: true);
            return effect.Role == MemberRole.RefAlias ? result : new Value.Made(creation.Type, _walk.Current) { Parts = arguments };
        }

        DeferLambdas(arguments);
        _effects.LookAtCollections(arguments, creation);
        return new Value.Made(creation.Type, _walk.Current) { Parts = arguments };
    }

    public void LockBare(IOperation taken, IOperation operation) => _effects.LockBare(_walk.Operations.Evaluate(taken), operation);

    public Value MethodGroup(IMethodReferenceOperation reference)
    {
        Value? receiver = ReceiverOf(reference.Instance);
        return CodeOf(reference.Method, receiver) is { } body ? new Value.Code(body) : Value.Unknown.Instance;
    }

    public Value Operator(IOperation operation, IMethodSymbol method, params IOperation[] operands)
    {
        List<Value> arguments = operands.Select(o => _walk.Operations.Evaluate(o)).ToList();
        if (!method.Locations.Any(l => l.IsInSource))
            return new Value.Derived(varies: false, isChoice: arguments.Count == 1, arguments.ToArray());
        return Meet(Dispatch(method, null, arguments, operation, isCondition: false), operation, wantsAddress: true);
    }

    public Value Await(IAwaitOperation await)
    {
        Value value = _walk.Operations.Evaluate(await.Operation);
        IOperation awaited = await.Operation;
        while (awaited is IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } inner })
            awaited = inner;

        // A call has its own event, and most tasks just run; the task of a completion source is a wait for somebody else.
        bool isSignal = awaited is IPropertyReferenceOperation { Property: { Name: "Task", ContainingType.Name: "TaskCompletionSource" } };
        _walk.Emit(isSignal ? EventKind.Wait : EventKind.Opaque, MemoryAction.Nothing, await);
        return new Value.Derived(varies: false, isChoice: false, value);
    }

    private List<WalkExit> Get(IPropertyReferenceOperation property)
    {
        Value? receiver = ReceiverOf(property.Instance);
        List<Value> arguments = property.Arguments.Select(a => _walk.Operations.Evaluate(a.Value)).ToList();
        if (receiver is not null && property.Property is { ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, Name: var name })
            return Here(name == "HasValue" ? new Value.Comparison(Relation.NotEqual, receiver, new Value.Constant(null)) : receiver);
        return property.Property.GetMethod is { } getter ? Dispatch(getter, receiver, arguments, property, isCondition: true) : Here(Value.Unknown.Instance);
    }

    private List<WalkExit> Call(IInvocationOperation invocation, bool isCondition)
    {
        Value? receiver = ReceiverOf(invocation.Instance);
        List<Value> arguments = Arguments(invocation.Arguments);
        return Dispatch(invocation.TargetMethod, receiver, arguments, invocation, isCondition);
    }

    private List<WalkExit> Dispatch(IMethodSymbol method, Value? receiver, List<Value> arguments, IOperation operation, bool isCondition)
    {
        if (_walk.Current < 0 || _walk.IsGivenUp)
            return new List<WalkExit>();
        EmitNamed(method, receiver, operation);
        ITypeSymbol? receiverType = (operation as IInvocationOperation)?.Instance?.Type ?? (operation as IPropertyReferenceOperation)?.Instance?.Type;
        if (_walk.Known.TryGetEffect(method, receiverType, out MemberEffect effect) && effect.Role != MemberRole.Unknown)
            return _effects.Emit(effect, method, receiver, arguments, operation, isCondition);

        if (method.MethodKind == MethodKind.DelegateInvoke)
        {
            if (receiver is Value.Code code && Inline(code.Body, arguments, operation) is { } run)
                return run;
            arguments.ForEach(_walk.Use);
            StoreThroughReferences(method, arguments, operation);
            _walk.Emit(EventKind.Invoke, MemoryAction.Nothing, operation);
            return Here(Value.Unknown.Instance);
        }

        if (CodeOf(method, receiver) is { } body && Inline(body, arguments, operation) is { } exits)
            return exits;
        arguments.ForEach(_walk.Use);
        return Unknown(method, receiver, arguments, operation);
    }

    /// <summary>What is given to unknown code by reference is stored to there, as far as can be told.</summary>
    private void StoreThroughReferences(IMethodSymbol method, List<Value> arguments, IOperation operation)
    {
        for (int i = 0; i < arguments.Count && i < method.Parameters.Length; i++)
        {
            if (arguments[i] is Value.Address given && method.Parameters[i].RefKind is (RefKind.Ref or RefKind.Out))
                _walk.Emit(EventKind.Store, MemoryAction.PlainStore, operation, given.Path).IsBulk = true;
        }
    }

    /// <summary>What an option says of the method, beside what it is known or seen to do.</summary>
    private void EmitNamed(IMethodSymbol method, Value? receiver, IOperation operation)
    {
        BarrierOptions options = _walk.Context.Options;
        if (options.FenceMethods.Name(method))
            _walk.Emit(EventKind.Fence, MemoryAction.FullFence, operation);
        if (options.WakeMethods.Name(method))
            _walk.Emit(EventKind.Wake, MemoryAction.Nothing, operation, receiver is null or Value.Unknown ? null : PathFactory.Content(receiver));
    }

    /// <summary>A call of which nothing is known. Arrays given to it may be read there.</summary>
    private List<WalkExit> Unknown(IMethodSymbol method, Value? receiver, List<Value> arguments, IOperation operation)
    {
        if (_walk.Context.Options.WaiterCheckNames.Name(method))
            return Here(new Value.Loaded(_walk.Emit(EventKind.Load, MemoryAction.PlainLoad, operation, PathFactory.Field(method.AssociatedSymbol ?? method, receiver))));
        bool isSource = method.Locations.Any(l => l.IsInSource);
        if (!isSource && RunsDelegatesAtOnce(method))
        {
            foreach (Value.Code code in arguments.OfType<Value.Code>())
                Inline(code.Body, new List<Value>(), operation)?.ForEach(e => { _walk.Current = e.Node; });
        }
        else
        {
            DeferLambdas(arguments);
        }

        for (int i = 0; i < arguments.Count && i < method.Parameters.Length; i++)
        {
            if (!isSource && !arguments[i].IsFresh && method.Parameters[i].Type is IArrayTypeSymbol &&
                arguments[i] is Value.Held or Value.Loaded { IsExact: true })
            {
                MemoryEvent read = _walk.Emit(EventKind.Load, MemoryAction.PlainLoad, operation, PathFactory.Element(arguments[i], null));
                read.IsBulk = true;
            }
        }

        if (arguments.Count > 0 && GiveBackMembers.IsImported(method))
        {
            _walk.Emit(EventKind.Opaque, MemoryAction.Nothing, operation).GivenBack = arguments[0];
            return Here(Value.Unknown.Instance);
        }

        if (!isSource)
            _effects.LookAtCollections(arguments, operation);
        if (!isSource && IsNamedAsLock(method))
            _walk.State = _walk.State.With(_walk.State.Locks.AddUnknown());
        bool isOverridable = isSource && (method.IsVirtual || method.IsAbstract || method.IsOverride || method.ContainingType.TypeKind == TypeKind.Interface);
        _walk.Emit(isOverridable ? EventKind.Invoke : EventKind.Opaque, MemoryAction.Nothing, operation);
        if (IsAllocation(method))
            return Here(new Value.Made(method.ReturnType, _walk.Current));
        var from = arguments.Where(a => a is not Value.Constant).ToList();
        if (receiver is not null)
            from.Add(receiver);
        return Here(from.Count == 0 ? Value.Unknown.Instance : new Value.Derived(varies: true, isChoice: false, from.ToArray()));
    }

    /// <summary>A library's own lock, which what it returns gives back: nobody knows when.</summary>
    private static bool IsNamedAsLock(IMethodSymbol method) =>
        !method.ReturnsVoid && (method.Name.IndexOf("Lock", System.StringComparison.Ordinal) >= 0 || method.Name.StartsWith("Acquire", System.StringComparison.Ordinal) ||
            method.Name.StartsWith("Enter", System.StringComparison.Ordinal));

    /// <summary>Gives native memory, or the address of a pinned object: no other process has it.</summary>
    private static bool IsAllocation(IMethodSymbol method) =>
        (method.ContainingType.Name is "NativeMemory" or "Marshal" && (method.Name.StartsWith("Alloc", System.StringComparison.Ordinal) || method.Name.StartsWith("ReAlloc", System.StringComparison.Ordinal) ||
            method.Name is "AlignedAlloc" or "AlignedRealloc" or "Realloc" or "StringToHGlobalAnsi" or "StringToHGlobalUni")) ||
        method is { Name: "AddrOfPinnedObject", ContainingType.Name: "GCHandle" };

    /// <summary>The code that a call runs; null where it is not in the source or not known for certain.</summary>
    private CodeBody? CodeOf(IMethodSymbol method, Value? receiver)
    {
        method = method.ReducedFrom ?? method;
        if (method.MethodKind == MethodKind.LocalFunction)
        {
            for (Activation? at = _walk.Activation; at is not null; at = at.Caller)
            {
                for (Microsoft.CodeAnalysis.FlowAnalysis.ControlFlowGraph? graph = at.Graph; graph is not null; graph = graph.Parent)
                {
                    // A generic function is called by a constructed symbol, and the graph knows only the declared one.
                    if (graph.LocalFunctions.FirstOrDefault(f => SymbolEqualityComparer.Default.Equals(f, method.OriginalDefinition)) is { } declared)
                        return new CodeBody(declared, graph.GetLocalFunctionControlFlowGraph(declared), at.Receiver);
                }
            }

            return null;
        }

        if (!method.Locations.Any(l => l.IsInSource))
            return null;
        if (method.IsVirtual || method.IsAbstract || method.IsOverride || method.ContainingType.TypeKind == TypeKind.Interface)
        {
            INamedTypeSymbol? runtimeType = receiver switch
            {
                Value.Given { Symbol: INamedTypeSymbol type } => type,
                Value.Made { Type: INamedTypeSymbol made } => made,
                _ => method.ContainingType.IsSealed || method.IsSealed ? method.ContainingType : null,
            };
            if (runtimeType is null || Overrides.Find(runtimeType, method) is not { } target)
                return null;
            method = target;
        }

        return new CodeBody(method, null, receiver);
    }

    public List<WalkExit>? Inline(CodeBody body, List<Value> arguments, IOperation operation)
    {
        Activation caller = _walk.Activation;
        IMethodSymbol method = body.Method.OriginalDefinition;
        if (caller.Frame.IsActive(method) || (body.Graph is null && !_walk.Context.IsWorthFollowing(method)))
            return null;
        if (caller.Frame.Depth >= MaxDepth)
        {
            NoteTooDeep(caller);
            return null;
        }

        GraphFacts? facts = body.Graph is null ? _walk.Context.Bodies.Get(method, _walk.Cancellation) : _walk.Context.Bodies.FactsOf(body.Graph);
        if (facts is null)
            return null;
        method = method.PartialImplementationPart ?? method;
        for (int i = 0; i < method.Parameters.Length; i++)
            _walk.State = _walk.State.With(method.Parameters[i], i < arguments.Count ? arguments[i] : Value.Unknown.Instance);

        Activation helper = caller.Call(method, facts, body.Receiver, operation.Syntax, _walk.State.Locks);
        List<WalkExit> exits = _walk.Run(helper);
        if (exits.Count > 1 && helper.Conditions.Count > 0 && exits.Any(e => e.Value is not Value.Constant { Content: bool }))
        {
            // What it gives depends on which way it went.
            Value[] conditions = helper.Conditions.ToArray();
            exits = exits.Select(e => new WalkExit(e.Node, e.State, new Value.Derived(false, false, new[] { e.Value }.Concat(conditions).ToArray()))).ToList();
        }
        else if (exits.Count > 1)
        {
            caller.Conditions.AddRange(helper.Conditions);
        }

        return exits;
    }

    /// <summary>What was not seen below these helpers will be when each is walked by itself, with the locks that it is called with: the same ones at every call.</summary>
    private void NoteTooDeep(Activation deepest)
    {
        for (Activation? at = deepest; at is { Frame.Depth: > 1 }; at = at.Caller)
        {
            if (at.Frame.Method.MethodKind == MethodKind.Ordinary && at.Receiver is Value.Given { Symbol: INamedTypeSymbol })
                _walk.TooDeep.Add(at.Frame.Method, at.Locks);
        }
    }

    private Value Meet(List<WalkExit> exits, IOperation operation, bool wantsAddress)
    {
        _walk.MeetAt(exits);
        if (exits.Count == 0)
            return Value.Unknown.Instance;
        Value value = exits[0].Value;
        foreach (WalkExit exit in exits.Skip(1))
        {
            if (!Value.Same(value, exit.Value))
                value = new Value.Derived(varies: false, isChoice: true, value, exit.Value);
        }

        // A ref-returning member used for what is stored there.
        bool isReference = operation is IInvocationOperation { TargetMethod.ReturnsByRef: true } or IInvocationOperation { TargetMethod.ReturnsByRefReadonly: true } or
            IPropertyReferenceOperation { Property.ReturnsByRef: true } or IPropertyReferenceOperation { Property.ReturnsByRefReadonly: true };
        return isReference && !wantsAddress && value is Value.Address address ? _walk.Places.Load(Place.Memory(address.Path), operation) : value;
    }

    private List<WalkExit> Here(Value value) => new() { new WalkExit(_walk.Current, _walk.State, value) };

    private Value? ReceiverOf(IOperation? instance)
    {
        if (instance is null)
            return null;
        if (instance.Type is { IsValueType: true } && instance is not IInstanceReferenceOperation)
        {
            Place place = _walk.Places.Of(instance);
            if (place.Path is { } path)
                return IsView(instance.Type) || IsUnchangedByCalls(instance.Type) ? _walk.Places.Load(place, instance) : new Value.Address(path);
            if (place.Local is null)
                return instance is IFlowCaptureReferenceOperation && IsView(instance.Type) ? _walk.Operations.Evaluate(instance) : Value.Unknown.Instance;
            return _walk.Places.Load(place, instance);
        }

        return _walk.Operations.Evaluate(instance);
    }

    /// <summary>A struct that stands for other memory: what counts is what it refers to, not where it lies.</summary>
    private static bool IsView(ITypeSymbol type) => type.IsRefLikeType || type.Name is "Memory" or "ReadOnlyMemory" or "ImmutableArray" or "CancellationToken";

    /// <summary>A struct from a library whose members only read it, all of it.</summary>
    private static bool IsUnchangedByCalls(ITypeSymbol type) => type is INamedTypeSymbol named && !type.Locations.Any(l => l.IsInSource) &&
        (named.IsReadOnly || WideValues.IsWide(named));

    private List<Value> Arguments(System.Collections.Immutable.ImmutableArray<IArgumentOperation> arguments)
    {
        var values = new Value[arguments.Length];
        foreach (IArgumentOperation argument in arguments)
        {
            int ordinal = argument.Parameter?.Ordinal ?? 0;

            // Not None rather than a list of kinds: newer compilers know kinds of reference that this one has no name for.
            Value value = argument.Parameter is { RefKind: not RefKind.None } ? _walk.Operations.AddressOf(argument.Value) : _walk.Operations.Evaluate(argument.Value);
            if (ordinal < values.Length)
                values[ordinal] = value;
        }

        return values.Select(v => v ?? Value.Unknown.Instance).ToList();
    }

    private void DeferLambdas(List<Value> arguments)
    {
        foreach (Value.Code code in arguments.OfType<Value.Code>())
            _walk.Deferred.Add(new DeferredCode(code.Body, _walk.State, isStarted: false));
    }

    private static bool RunsDelegatesAtOnce(IMethodSymbol method) =>
        method.ContainingType.Name is "Enumerable" or "Array" or "List" or "Dictionary" or "HashSet" or "ConcurrentDictionary" or "LazyInitializer" or "ImmutableInterlocked" or "Span";
}
