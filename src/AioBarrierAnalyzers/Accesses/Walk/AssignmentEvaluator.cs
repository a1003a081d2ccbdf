using AioBarrierAnalyzers.MemoryModel;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Accesses.Walk;

/// <summary>Evaluates assignments of every form: emits the stores, and the loads of those that change what was there.</summary>
internal sealed class AssignmentEvaluator
{
    private readonly MemberWalk _walk;

    public AssignmentEvaluator(MemberWalk walk) => _walk = walk;

    public Value Assign(ISimpleAssignmentOperation assignment)
    {
        if (assignment.IsRef || IsReferenceInitialization(assignment))
        {
            Value address = _walk.Operations.AddressOf(assignment.Value);
            if (assignment.Target is ILocalReferenceOperation local)
                _walk.State = _walk.State.With(local.Local, address);
            return address;
        }

        if (_walk.Activation.PropertyOf(assignment.Target) is { } property && !PathFactory.IsAuto(property.Property))
            return _walk.Calls.Setter(property, assignment.Value, assignment);
        Place place = CapturedLocal(assignment.Target) ?? _walk.Places.Of(assignment.Target);
        Value value = _walk.Operations.Evaluate(assignment.Value);
        MemoryEvent? store = _walk.Places.Store(place, value, assignment);
        if (store is not null && value is Value.Code code)
            _walk.Deferred.Add(new DeferredCode(code.Body, _walk.State, isStarted: false, isLater: true));
        if (store is not null)
            store.IsBulk = assignment.Type is { IsValueType: true, SpecialType: SpecialType.None, TypeKind: TypeKind.Struct };
        return value;
    }

    public Value Compound(ICompoundAssignmentOperation compound) => Update(compound, compound.Target, old =>
    {
        Value by = _walk.Operations.Evaluate(compound.Value);
        long change = Conditions.AsNumber(by) is not { } number ? 0 : compound.OperatorKind switch
        {
            BinaryOperatorKind.Add => number,
            BinaryOperatorKind.Subtract => -number,
            _ => 0,
        };
        return new Value.Derived(varies: false, isChoice: false, old, by) { Addend = change == 0 ? 0 : unchecked(PointerOffsets.AddendOf(old) + change) };
    });

    public Value Step(IIncrementOrDecrementOperation step) => Update(
        step, step.Target, old => new Value.Derived(varies: false, isChoice: false, old) { Addend = step.Kind == OperationKind.Increment ? 1 : -1 });

    public Value Deconstruct(IDeconstructionAssignmentOperation deconstruction)
    {
        Value value = _walk.Operations.Evaluate(deconstruction.Value);
        IOperation target = deconstruction.Target is IDeclarationExpressionOperation declaration ? declaration.Expression : deconstruction.Target;
        if (target is not ITupleOperation tuple)
            return value;
        var part = new Value.Derived(varies: false, isChoice: false, value);
        foreach (IOperation element in tuple.Elements)
        {
            if (element is not IDiscardOperation)
                _walk.Places.Store(_walk.Places.Of(element), part, deconstruction);
        }

        return value;
    }

    public Value Subscribe(IEventAssignmentOperation assignment)
    {
        Value handler = _walk.Operations.Evaluate(assignment.HandlerValue);
        if (handler is Value.Code code)
        {
            _walk.Deferred.Add(new DeferredCode(code.Body, _walk.State, isStarted: false, isLater: true));
            _walk.Subscriptions.Add(assignment, code.Body);
            if (assignment.Adds && assignment.EventReference is IEventReferenceOperation { Event.AddMethod: { } add } &&
                _walk.Known.TryGetEffect(add, out MemberEffect effect))
            {
                HandOver(assignment, code, effect);
            }
        }

        if (assignment.EventReference is IEventReferenceOperation reference && PathFactory.IsAuto(reference.Event))
            _walk.Places.Store(_walk.Places.Of(reference), assignment.Adds ? handler : new Value.Constant(null), assignment);
        return Value.Unknown.Instance;
    }

    private Value Update(IOperation operation, IOperation target, System.Func<Value, Value> combine)
    {
        if (_walk.Activation.PropertyOf(target) is { } property && !PathFactory.IsAuto(property.Property))
            return _walk.Calls.UpdateProperty(property, combine, operation);
        Place place = CapturedLocal(target) ?? _walk.Places.Of(target);
        Value old = _walk.Places.Load(place, operation);
        Value updated = combine(old);
        MemoryEvent? store = _walk.Places.Store(place, updated, operation);
        if (store is not null && old is Value.Loaded loaded)
        {
            store.Twin = loaded.Event;
            loaded.Event.Twin = store;
        }

        return operation is IIncrementOrDecrementOperation { IsPostfix: true } ? old : updated;
    }

    private Place? CapturedLocal(IOperation target) =>
        target is IFlowCaptureReferenceOperation reference && _walk.Activation.Captures.TryGetValue(reference.Id, out Value? value) &&
        value is Value.Given { Symbol: ILocalSymbol or IParameterSymbol } local
            ? Place.OfLocal(local.Symbol)
            : null;

    private static bool IsReferenceInitialization(ISimpleAssignmentOperation assignment) =>
        assignment.Target is ILocalReferenceOperation { Local.IsRef: true, IsDeclaration: true };

    /// <summary>An event that is raised on another thread: at once, or once its source was started.</summary>
    private void HandOver(IEventAssignmentOperation assignment, Value.Code handler, MemberEffect effect)
    {
        if (effect.Action == MemoryAction.Nothing)
            _walk.Prepare(handler);
        else
            _walk.HandOver(_walk.Emit(EventKind.Opaque, MemoryAction.Nothing, assignment), handler, isObject: false, System.Array.Empty<Value>());
    }
}
