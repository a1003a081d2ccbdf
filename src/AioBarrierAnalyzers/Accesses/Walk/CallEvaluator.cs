using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using AioBarrierAnalyzers.MemoryModel;
using AioBarrierAnalyzers.Options;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Accesses.Walk;

/// <summary>Evaluates calls: a known member by its effect, a helper in the source by walking it, anything else as an unknown call.</summary>
internal sealed class CallEvaluator
{
    private readonly MemberWalk _walk;
    private readonly ArgumentEvaluator _arguments;
    private readonly EffectEmitter _effects;
    private readonly UnknownCalls _unknown;
    private readonly ArrayLoops _loops = new();
    private Dictionary<(Value Pair, string Name), Value>? _parts;

    public CallEvaluator(MemberWalk walk)
    {
        _walk = walk;
        _arguments = new ArgumentEvaluator(walk);
        _effects = new EffectEmitter(walk);
        _unknown = new UnknownCalls(walk);
    }

    public Value Invocation(IInvocationOperation invocation, bool wantsAddress) =>
        Meet(Call(invocation, isCondition: false), invocation, wantsAddress || invocation.TargetMethod.ReturnsVoid);

    /// <summary>A call whose result is the caller's own: where it ends are the places where the caller ends.</summary>
    public WalkExits ReturnedCall(IInvocationOperation invocation)
    {
        WalkExits exits = Call(invocation, isCondition: false);
        return exits.Count > 1 && !invocation.TargetMethod.ReturnsByRef && !invocation.TargetMethod.ReturnsByRefReadonly
            ? exits
            : Here(Meet(exits, invocation, invocation.TargetMethod.ReturnsVoid));
    }

    public WalkExits ConditionCall(IInvocationOperation invocation) => Call(invocation, isCondition: true);

    public Value Getter(IPropertyReferenceOperation property, bool wantsAddress) => Meet(Get(property), property, wantsAddress);

    public WalkExits ConditionGetter(IPropertyReferenceOperation property) => Get(property);

    public Value Setter(IPropertyReferenceOperation property, IOperation value, IOperation operation)
    {
        Value? receiver = _arguments.ReceiverOf(property.Instance);
        List<Value> arguments = IndicesOf(property);
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
            Meet(Dispatch(setter, _arguments.ReceiverOf(property.Instance), arguments, operation, isCondition: false), operation, wantsAddress: true);
        }

        return updated;
    }

    public Value Creation(IObjectCreationOperation creation)
    {
        List<Value> arguments = _arguments.ByParameter(creation.Arguments);
        if (creation.Constructor is { } constructor && _walk.Known.TryGetEffect(constructor, out MemberEffect effect))
        {
            var call = new KnownCall(effect, constructor, receiver: null, arguments, creation);
            Value result = Meet(_effects.Emit(call, isCondition: false), creation, wantsAddress: true);
            return effect.Role == MemberRole.RefAlias ? result : new Value.Made(creation.Type, _walk.Current) { Parts = arguments };
        }

        _unknown.DeferLambdas(arguments);
        _effects.LookAtCollections(arguments, creation);
        var made = new Value.Made(creation.Type, _walk.Current) { Parts = arguments };
        if (creation.Constructor is { } scope && LockScopes.IsTakenBy(scope, _walk))
        {
            LockSet before = _walk.State.Locks;
            if (_walk.Helpers.Inline(new CodeBody(scope, null, made), arguments, creation) is { } exits)
            {
                _walk.MeetAt(exits);
                LockScopes.Note(made, _walk.State.Locks, before);
            }
        }

        return made;
    }

    public void LockBare(IOperation taken, IOperation statement) => _effects.EnterBare(_walk.Operations.Evaluate(taken), statement);

    /// <inheritdoc cref="CollectionEffects.LookAt"/>
    public void LookAtCollections(List<Value> arguments, IOperation operation) => _effects.LookAtCollections(arguments, operation);

    public Value MethodGroup(IMethodReferenceOperation reference)
    {
        Value? receiver = _arguments.ReceiverOf(reference.Instance);
        return _walk.Helpers.CodeOf(reference.Method, receiver, reference) is { } body ? new Value.Code(body) : Value.Unknown.Instance;
    }

    public Value Operator(IOperation operation, IMethodSymbol method, params IOperation[] operands)
    {
        List<Value> arguments = operands.Select(o => _walk.Operations.Evaluate(o)).ToList();
        if (!_walk.Context.IsInSource(method))
        {
            // A span made read-only still leads to the same memory; newer compilers know that conversion without an operator.
            return arguments[0] is Value.Address view && _walk.Known.TryGetEffect(method, out MemberEffect effect) && effect.Role == MemberRole.RefAlias
                ? view
                : new Value.Derived(varies: false, isChoice: arguments.Count == 1, arguments.ToArray());
        }

        return Meet(Dispatch(method, null, arguments, operation, isCondition: false), operation, wantsAddress: true);
    }

    public Value Await(IAwaitOperation await)
    {
        Value value = _walk.Operations.Evaluate(await.Operation);
        MemberEffect awaited = EffectOf(_walk.Known.TaskOf(await.Operation));

        // A call has its own event, and most tasks just run; the task of a completion source is a wait for somebody else.
        AccessPath? source = SourceOf(value);
        bool isWait = awaited.Is(MemberTraits.Promise) || source is not null;
        _walk.Emit(isWait ? EventKind.Wait : EventKind.Opaque, MemoryAction.Nothing, await, source).Effect = awaited;
        if (!_walk.Activation.Locks.IsEmpty)
            _walk.State = _walk.State.With(AsyncLocks.KeptBehindAwait(_walk.State.Locks, _walk.Activation.Locks));
        return new Value.Derived(varies: false, isChoice: false, value);
    }

    /// <summary>The state of the completion source in a field, whose task is awaited.</summary>
    private static AccessPath? SourceOf(Value awaited)
    {
        ISymbol? holder = awaited switch
        {
            Value.Held held => held.Path.Symbol,
            Value.Loaded { IsExact: true } loaded => loaded.Event.Path?.Symbol,
            _ => null,
        };
        return holder is not null && LibraryTypes.CompletionSources.Contains(PathFactory.TypeOf(holder)) ? PathFactory.Content(awaited) : null;
    }

    private MemberEffect EffectOf(IOperation operation) => operation switch
    {
        IInvocationOperation call when _walk.Known.TryGetEffect(call.TargetMethod, call.Instance?.Type, out MemberEffect effect) => effect,
        IPropertyReferenceOperation { Property.GetMethod: { } getter } when _walk.Known.TryGetEffect(getter, out MemberEffect effect) => effect,
        _ => default,
    };

    private WalkExits Get(IPropertyReferenceOperation property)
    {
        Value? receiver = _arguments.ReceiverOf(property.Instance);
        List<Value> arguments = IndicesOf(property);
        if (receiver is not null && property.Property is { ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, Name: var name })
            return Here(name == "HasValue" ? new Value.Comparison(Relation.NotEqual, receiver, new Value.Constant(null)) : receiver);

        if (receiver is not (null or Value.Unknown) && LibraryTypes.Pairs.Contains(property.Property.ContainingType))
            return Here(PartOf(receiver, property.Property.Name));
        if (receiver is not null && _loops.ElementOf(property, receiver) is { } element)
            _walk.Places.Load(Place.Memory(element), property);
        return property.Property.GetMethod is { } getter ? Dispatch(getter, receiver, arguments, property, isCondition: true) : Here(Value.Unknown.Instance);
    }

    /// <summary>What an indexer is given; of a property, none.</summary>
    private List<Value> IndicesOf(IPropertyReferenceOperation property)
    {
        var indices = new List<Value>(0);
        foreach (IArgumentOperation argument in property.Arguments)
            indices.Add(_walk.Operations.Evaluate(argument.Value));
        return indices;
    }

    private void UseAll(List<Value> values)
    {
        foreach (Value value in values)
            _walk.Use(value);
    }

    /// <summary>The parts of a pair are what it was made of, as often as one asks.</summary>
    private Value PartOf(Value pair, string name)
    {
        _parts ??= new Dictionary<(Value Pair, string Name), Value>();
        if (!_parts.TryGetValue((pair, name), out Value? part))
            _parts.Add((pair, name), part = new Value.Derived(varies: false, isChoice: false, pair));
        return part;
    }

    private WalkExits Call(IInvocationOperation invocation, bool isCondition)
    {
        Value? receiver = _arguments.ReceiverOf(invocation.Instance);
        List<Value> arguments = _arguments.ByParameter(invocation.Arguments);
        WalkExits exits = Dispatch(invocation.TargetMethod, receiver, arguments, invocation, isCondition);
        if (receiver is not null && ArrayLoops.Begins(invocation))
            _loops.Note(exits, receiver);
        return exits;
    }

    [MethodImpl(HotPath.Optimized)]
    private WalkExits Dispatch(IMethodSymbol method, Value? receiver, List<Value> arguments, IOperation operation, bool isCondition)
    {
        if (_walk.Current < 0 || _walk.IsGivenUp)
            return default;
        EmitNamed(method, receiver, operation);
        ITypeSymbol? receiverType = (operation as IInvocationOperation)?.Instance?.Type ?? (operation as IPropertyReferenceOperation)?.Instance?.Type;
        if (_walk.Known.TryGetEffect(method, receiverType, out MemberEffect effect))
            return _effects.Emit(new KnownCall(effect, method, receiver, arguments, operation), isCondition);

        if (method.MethodKind == MethodKind.DelegateInvoke)
        {
            if (receiver is Value.Code code && _walk.Helpers.Inline(code.Body, arguments, operation) is { } run)
                return run;
            UseAll(arguments);
            return Here(_unknown.Invoke(method, arguments, operation));
        }

        if (_walk.Context.Bodies.NeverReturns(method, _walk.Cancellation))
        {
            _walk.Emit(EventKind.Opaque, MemoryAction.Nothing, operation);
            _walk.Current = -1;
            return default;
        }

        LockSet before = _walk.State.Locks;
        if (LockScopes.End(method, receiver, operation, _walk))
            return Here(Value.Unknown.Instance);
        if (_walk.Helpers.CodeOf(method, receiver, operation) is { } body && _walk.Helpers.Inline(body, arguments, operation) is { } exits)
        {
            LockScopes.Note(method, exits, before);
            return AsyncLocks.IsNamedAsScope(method) ? AsyncLocks.WithScope(exits, before) : exits;
        }

        UseAll(arguments);
        return Here(_unknown.Evaluate(method, receiver, arguments, operation));
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

    private Value Meet(WalkExits exits, IOperation operation, bool wantsAddress)
    {
        _walk.MeetAt(exits);
        if (exits.Count == 0)
            return Value.Unknown.Instance;
        Value value = exits.Joined();

        // A ref-returning member used for what is stored there.
        bool isReference = operation is IInvocationOperation { TargetMethod.ReturnsByRef: true } or
            IInvocationOperation { TargetMethod.ReturnsByRefReadonly: true } or
            IPropertyReferenceOperation { Property.ReturnsByRef: true } or IPropertyReferenceOperation { Property.ReturnsByRefReadonly: true };
        return isReference && !wantsAddress && value is Value.Address address ? _walk.Places.Load(Place.Memory(address.Path), operation) : value;
    }

    private WalkExits Here(Value value) => _walk.Current < 0 ? default : new WalkExits(new WalkExit(_walk.Current, _walk.State, value));
}
