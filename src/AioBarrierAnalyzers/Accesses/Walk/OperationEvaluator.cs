using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.MemoryModel;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Accesses.Walk;

/// <summary>Evaluates operations in their order: emits their events and gives what is known of their value.</summary>
internal sealed class OperationEvaluator
{
    private readonly MemberWalk _walk;

    public OperationEvaluator(MemberWalk walk) => _walk = walk;

    public Value Evaluate(IOperation? operation) => Evaluate(operation, wantsAddress: false);

    /// <param name="operation">What to evaluate; null gives <see cref="Value.Unknown"/>.</param>
    /// <param name="wantsAddress">The caller wants the reference that a ref-returning member gives, not what is stored there.</param>
    public Value Evaluate(IOperation? operation, bool wantsAddress)
    {
        if (operation is null || _walk.Current < 0 || _walk.IsGivenUp)
            return Value.Unknown.Instance;
        if (operation.ConstantValue.HasValue)
            return new Value.Constant(operation.ConstantValue.Value);

        switch (operation)
        {
            case IExpressionStatementOperation when BareLocks.TakenBy(operation) is { } taken:
                _walk.Calls.LockBare(taken, operation);
                return Value.Unknown.Instance;
            case IExpressionStatementOperation statement:
                return Evaluate(statement.Operation);
            case IParenthesizedOperation parenthesized:
                return Evaluate(parenthesized.Operand);
            case IInstanceReferenceOperation:
                return _walk.Activation.Receiver ?? Value.Unknown.Instance;
            case ILiteralOperation or IDefaultValueOperation:
                return new Value.Constant(null);
            case IEventReferenceOperation reference when PathFactory.IsAuto(reference.Event):
                return _walk.Places.Load(_walk.Places.Of(reference), reference);
            case IFieldReferenceOperation or IArrayElementReferenceOperation or ILocalReferenceOperation or IParameterReferenceOperation:
                return _walk.Places.Load(_walk.Places.Of(operation), operation);
            case IPropertyReferenceOperation property:
                return PathFactory.IsAuto(property.Property)
                    ? _walk.Places.Load(_walk.Places.Of(property), property)
                    : _walk.Calls.Getter(property, wantsAddress);
            case IFlowCaptureOperation capture:
                return Capture(capture);
            case IFlowCaptureReferenceOperation reference:
                return Captured(reference);
            case ISimpleAssignmentOperation assignment:
                return Assign(assignment);
            case ICompoundAssignmentOperation compound:
                return Update(compound, compound.Target, Combine(compound));
            case IIncrementOrDecrementOperation increment:
                return Update(increment, increment.Target, operand => new Value.Derived(false, false, operand) { Addend = increment.Kind == OperationKind.Increment ? 1 : -1 });
            case IDeconstructionAssignmentOperation deconstruction:
                return Deconstruct(deconstruction);
            case IConversionOperation conversion:
                return conversion.OperatorMethod is null ? Evaluate(conversion.Operand, wantsAddress) : _walk.Calls.Operator(conversion, conversion.OperatorMethod, conversion.Operand);
            case IUnaryOperation unary:
                return Unary(unary);
            case IBinaryOperation binary:
                return Binary(binary);
            case IIsNullOperation isNull:
                return new Value.Comparison(Relation.Equal, Evaluate(isNull.Operand), new Value.Constant(null));
            case IIsPatternOperation pattern:
                return PatternEvaluator.Match(_walk, pattern);
            case IInvocationOperation invocation:
                return _walk.Calls.Invocation(invocation, wantsAddress);
            case IObjectCreationOperation creation:
                return _walk.Calls.Creation(creation);
            case IFlowAnonymousFunctionOperation lambda:
                return new Value.Code(new CodeBody(lambda.Symbol, _walk.Activation.Graph.GetAnonymousFunctionControlFlowGraph(lambda), _walk.Activation.Receiver));
            case IDelegateCreationOperation creation:
                return Evaluate(creation.Target);
            case IMethodReferenceOperation method:
                return _walk.Calls.MethodGroup(method);
            case IAddressOfOperation addressOf:
                return AddressOf(addressOf.Reference);
            case IAwaitOperation await:
                return _walk.Calls.Await(await);
            case IArrayCreationOperation or IAnonymousObjectCreationOperation or ITypeParameterObjectCreationOperation:
                EvaluateChildren(operation);
                return new Value.Made(operation.Type, _walk.Current);
            case IEventAssignmentOperation eventAssignment:
                return EventAssign(eventAssignment);
            case ISizeOfOperation { TypeOperand.TypeKind: TypeKind.Struct } size:
                return new Value.Constant(PointerOffsets.SizeOf(size.TypeOperand));
            case INameOfOperation or ITypeOfOperation or ISizeOfOperation:
                return new Value.Constant(operation.Syntax.ToString());
        }

        return Other(operation, wantsAddress);
    }

    /// <summary>Evaluates a branch's condition; a helper that ends with true on one path and false on another keeps them apart.</summary>
    public IReadOnlyList<WalkExit> EvaluateCondition(IOperation condition)
    {
        switch (condition)
        {
            case IParenthesizedOperation parenthesized:
                return EvaluateCondition(parenthesized.Operand);
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, OperatorMethod: null } not:
                return EvaluateCondition(not.Operand).Select(e => new WalkExit(e.Node, e.State, Negate(e.Value))).ToList();
            case IInvocationOperation invocation:
                return _walk.Calls.ConditionCall(invocation);
            case IPropertyReferenceOperation property when !PathFactory.IsAuto(property.Property):
                return _walk.Calls.ConditionGetter(property);
        }

        Value value = Evaluate(condition);
        return _walk.Current < 0 ? System.Array.Empty<WalkExit>() : new[] { new WalkExit(_walk.Current, _walk.State, value) };
    }

    public static Value Negate(Value value) => value switch
    {
        Value.Constant { Content: bool known } => new Value.Constant(!known),
        Value.Negation negation => negation.Operand,
        _ => new Value.Negation(value),
    };

    /// <summary>The reference to the place that an expression denotes.</summary>
    public Value AddressOf(IOperation operation)
    {
        Place place = _walk.Places.Of(operation);
        if (place.Path is { } path)
            return new Value.Address(path);
        return place.Local is { } local ? new Value.Given(local) : Value.Unknown.Instance;
    }

    private Value Capture(IFlowCaptureOperation capture)
    {
        bool isPlace = _walk.Activation.Facts.PlaceCaptures.Contains(capture.Id);
        Value value = isPlace ? AddressOf(capture.Value) : Evaluate(capture.Value);

        // Chosen here, whatever becomes of it behind the place where the arms meet.
        if (!isPlace)
            _walk.Use(value);
        var captures = _walk.Activation.Captures;

        // The second definition of a capture is the other arm of a conditional; in a loop it is a new round.
        captures[capture.Id] = captures.TryGetValue(capture.Id, out Value? other) && !Value.Same(other, value)
            ? new Value.Derived(varies: false, isChoice: true, other, value)
            : value;
        return Value.Unknown.Instance;
    }

    private Value Captured(IFlowCaptureReferenceOperation reference)
    {
        if (!_walk.Activation.Captures.TryGetValue(reference.Id, out Value? value))
            return Value.Unknown.Instance;
        if (!_walk.Activation.Facts.PlaceCaptures.Contains(reference.Id))
            return value;
        return value is Value.Given { Symbol: ILocalSymbol or IParameterSymbol } local
            ? _walk.Places.Load(Place.OfLocal(local.Symbol), reference)
            : _walk.Places.Load(_walk.Places.Of(reference), reference);
    }

    private Value Assign(ISimpleAssignmentOperation assignment)
    {
        if (assignment.IsRef || IsReferenceInitialization(assignment))
        {
            Value address = AddressOf(assignment.Value);
            if (assignment.Target is ILocalReferenceOperation local)
                _walk.State = _walk.State.With(local.Local, address);
            return address;
        }

        if (assignment.Target is IPropertyReferenceOperation property && !PathFactory.IsAuto(property.Property))
            return _walk.Calls.Setter(property, assignment.Value, assignment);
        Place place = CapturedLocal(assignment.Target) ?? _walk.Places.Of(assignment.Target);
        Value value = Evaluate(assignment.Value);
        MemoryEvent? store = _walk.Places.Store(place, value, assignment);
        if (store is not null && value is Value.Code code)
            _walk.Deferred.Add(new DeferredCode(code.Body, _walk.State, isStarted: false, isLater: true));
        if (store is not null)
            store.IsBulk = assignment.Type is { IsValueType: true, SpecialType: SpecialType.None, TypeKind: TypeKind.Struct };
        return value;
    }

    private Place? CapturedLocal(IOperation target) =>
        target is IFlowCaptureReferenceOperation reference && _walk.Activation.Captures.TryGetValue(reference.Id, out Value? value) &&
        value is Value.Given { Symbol: ILocalSymbol or IParameterSymbol } local
            ? Place.OfLocal(local.Symbol)
            : null;

    private static bool IsReferenceInitialization(ISimpleAssignmentOperation assignment) =>
        assignment.Target is ILocalReferenceOperation { Local.IsRef: true, IsDeclaration: true };

    private Value Update(IOperation operation, IOperation target, System.Func<Value, Value> combine)
    {
        if (target is IPropertyReferenceOperation property && !PathFactory.IsAuto(property.Property))
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

    private System.Func<Value, Value> Combine(ICompoundAssignmentOperation compound) => old =>
        new Value.Derived(varies: false, isChoice: false, old, Evaluate(compound.Value));

    private Value Deconstruct(IDeconstructionAssignmentOperation deconstruction)
    {
        Value value = Evaluate(deconstruction.Value);
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

    private Value Unary(IUnaryOperation unary)
    {
        if (unary.OperatorMethod is not null)
            return _walk.Calls.Operator(unary, unary.OperatorMethod, unary.Operand);
        Value operand = Evaluate(unary.Operand);
        return unary.OperatorKind == UnaryOperatorKind.Not ? Negate(operand) : new Value.Derived(varies: false, isChoice: false, operand);
    }

    private Value Binary(IBinaryOperation binary)
    {
        if (binary.OperatorMethod is { } method && method.Locations.Any(l => l.IsInSource))
            return _walk.Calls.Operator(binary, method, binary.LeftOperand, binary.RightOperand);
        Value left = Evaluate(binary.LeftOperand);
        Value right = Evaluate(binary.RightOperand);
        switch (binary.OperatorKind)
        {
            case BinaryOperatorKind.Equals:
                return Compare(Relation.Equal, left, right);
            case BinaryOperatorKind.NotEquals:
                return Compare(Relation.NotEqual, left, right);
            case BinaryOperatorKind.LessThan:
                return Compare(Relation.Less, left, right);
            case BinaryOperatorKind.LessThanOrEqual:
                return Compare(Relation.LessOrEqual, left, right);
            case BinaryOperatorKind.GreaterThan:
                return Compare(Relation.Greater, left, right);
            case BinaryOperatorKind.GreaterThanOrEqual:
                return Compare(Relation.GreaterOrEqual, left, right);
            case BinaryOperatorKind.Add or BinaryOperatorKind.Subtract when binary.Type is IPointerTypeSymbol pointer:
                bool isLeft = binary.LeftOperand.Type is IPointerTypeSymbol;
                Value by = isLeft ? right : left;
                if (binary.OperatorKind == BinaryOperatorKind.Subtract)
                    by = Conditions.AsNumber(by) is { } back ? new Value.Constant(-back) : new Value.Derived(varies: false, isChoice: false, by);
                return new Value.Address(PathFactory.Moved(isLeft ? left : right, by, PointerOffsets.SizeOf(pointer.PointedAtType)));
            case BinaryOperatorKind.Add:
                return new Value.Derived(varies: false, isChoice: false, left, right) { Addend = unchecked(PointerOffsets.AddendOf(left) + PointerOffsets.AddendOf(right)) };
            case BinaryOperatorKind.And when Conditions.AsNumber(right) is { } mask:
                return new Value.Masked(left, mask);
            default:
                return new Value.Derived(varies: false, isChoice: false, left, right);
        }
    }

    private static Value Compare(Relation relation, Value left, Value right)
    {
        // "flag == true" and the like are the flag itself.
        if (right is Value.Constant { Content: bool known } && (relation is Relation.Equal or Relation.NotEqual))
            return (relation == Relation.Equal) == known ? left : Negate(left);
        return new Value.Comparison(relation, left, right);
    }

    private Value EventAssign(IEventAssignmentOperation assignment)
    {
        Value handler = Evaluate(assignment.HandlerValue);
        if (handler is Value.Code code)
        {
            _walk.Deferred.Add(new DeferredCode(code.Body, _walk.State, isStarted: false, isLater: true));
            if (assignment.Adds && assignment.EventReference is IEventReferenceOperation { Event.AddMethod: { } add } && _walk.Known.TryGetEffect(add, out MemberEffect effect))
                Subscribe(assignment, code, effect);
        }

        if (assignment.EventReference is IEventReferenceOperation reference && PathFactory.IsAuto(reference.Event))
            _walk.Places.Store(_walk.Places.Of(reference), assignment.Adds ? handler : new Value.Constant(null), assignment);
        return Value.Unknown.Instance;
    }

    /// <summary>An event that is raised on another thread: at once, or once its source was started.</summary>
    private void Subscribe(IEventAssignmentOperation assignment, Value.Code handler, MemberEffect effect)
    {
        if (effect.Action == MemoryAction.Nothing)
            _walk.Prepare(handler);
        else
            _walk.HandOver(_walk.Emit(EventKind.Opaque, MemoryAction.Nothing, assignment), handler, isObject: false, System.Array.Empty<Value>());
    }

    private Value Other(IOperation operation, bool wantsAddress)
    {
        if (operation.Kind == OperationKind.None && operation.Syntax is ExpressionSyntax)
        {
            Place place = _walk.Places.PointerPlace(operation);
            if (place.Path is not null)
                return wantsAddress ? new Value.Address(place.Path) : _walk.Places.Load(place, operation);
        }

        if (operation.Syntax is StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax)
        {
            EvaluateChildren(operation);
            return new Value.Made(operation.Type, _walk.Current);
        }

        Value[] values = EvaluateChildren(operation);
        if (values.Length == 1 && operation.Kind == OperationKind.None && operation.Type is null or IPointerTypeSymbol)
            return Pinned(values[0], operation.ChildOperations.First().Type);
        return values.Length == 0 ? Value.Unknown.Instance : new Value.Derived(varies: false, isChoice: values.Length == 1, values);
    }

    /// <summary>The pointer that <c>fixed</c> gives.</summary>
    private static Value Pinned(Value value, ITypeSymbol? type) => (value, type) switch
    {
        (Value.Address, _) => value,
        (_, IArrayTypeSymbol) => new Value.Address(PathFactory.Element(value, null)),
        (_, null or IPointerTypeSymbol) => new Value.Derived(varies: false, isChoice: true, value),
        _ => new Value.Made(type),
    };

    private Value[] EvaluateChildren(IOperation operation) => operation.ChildOperations.Select(child => Evaluate(child)).ToArray();
}
