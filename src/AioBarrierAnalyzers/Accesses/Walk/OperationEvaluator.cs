using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Accesses.Walk;

/// <summary>Evaluates operations in their order: emits their events and gives what is known of their value.</summary>
internal sealed class OperationEvaluator
{
    /// <summary>The kind of <c>[a, ..b]</c>, which newer compilers have and this one has no name for.</summary>
    private const OperationKind CollectionExpression = (OperationKind)127;

    private readonly MemberWalk _walk;

    public OperationEvaluator(MemberWalk walk) => _walk = walk;

    public Value Evaluate(IOperation? operation) => Evaluate(operation, wantsAddress: false);

    /// <param name="operation">What to evaluate; null gives <see cref="Value.Unknown"/>.</param>
    /// <param name="wantsAddress">The caller wants the reference that a ref-returning member gives, not what is stored there.</param>
    [MethodImpl(HotPath.Optimized)]
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
                return _walk.Assignments.Assign(assignment);
            case ICompoundAssignmentOperation compound:
                return _walk.Assignments.Compound(compound);
            case IIncrementOrDecrementOperation increment:
                return _walk.Assignments.Step(increment);
            case IDeconstructionAssignmentOperation deconstruction:
                return _walk.Assignments.Deconstruct(deconstruction);
            case IConversionOperation conversion:
                return conversion.OperatorMethod is null
                    ? Evaluate(conversion.Operand, wantsAddress)
                    : _walk.Calls.Operator(conversion, conversion.OperatorMethod, conversion.Operand);
            case IUnaryOperation unary:
                return OperatorEvaluator.Unary(_walk, unary);
            case IBinaryOperation binary:
                return OperatorEvaluator.Binary(_walk, binary);
            case IIsNullOperation isNull:
                return new Value.Comparison(Relation.Equal, Evaluate(isNull.Operand), new Value.Constant(null));
            case IIsPatternOperation pattern:
                return PatternEvaluator.Match(_walk, pattern);
            case IInvocationOperation invocation:
                return _walk.Calls.Invocation(invocation, wantsAddress);
            case IObjectCreationOperation creation:
                return _walk.Calls.Creation(creation);
            case IFlowAnonymousFunctionOperation lambda:
                return new Value.Code(
                    new CodeBody(lambda.Symbol, _walk.Activation.Graph.GetAnonymousFunctionControlFlowGraph(lambda), _walk.Activation.Receiver));
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
                return _walk.Assignments.Subscribe(eventAssignment);
            case ISizeOfOperation { TypeOperand.TypeKind: TypeKind.Struct } size:
                return new Value.Constant(PointerOffsets.SizeOf(size.TypeOperand));
            case INameOfOperation or ITypeOfOperation or ISizeOfOperation:
                return new Value.Constant(operation.Syntax.ToString());
        }

        return Other(operation, wantsAddress);
    }

    /// <summary>Evaluates a branch's condition; a helper that ends with true on one path and false on another keeps them apart.</summary>
    public WalkExits EvaluateCondition(IOperation condition)
    {
        switch (condition)
        {
            case IParenthesizedOperation parenthesized:
                return EvaluateCondition(parenthesized.Operand);
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, OperatorMethod: null } not:
                return EvaluateCondition(not.Operand).Map(static e => new WalkExit(e.Node, e.State, OperatorEvaluator.Negate(e.Value)));
            case IInvocationOperation invocation:
                return _walk.Calls.ConditionCall(invocation).Reached();
            case IPropertyReferenceOperation property when !PathFactory.IsAuto(property.Property):
                return _walk.Calls.ConditionGetter(property).Reached();
        }

        Value value = Evaluate(condition);
        return _walk.Current < 0 ? default : new WalkExits(new WalkExit(_walk.Current, _walk.State, value));
    }

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

    private Value Other(IOperation operation, bool wantsAddress)
    {
        if (operation.Kind == OperationKind.None && operation.Syntax is ExpressionSyntax)
        {
            Place place = _walk.Places.PointerPlace(operation);
            if (place.Path is not null)
                return wantsAddress ? new Value.Address(place.Path) : _walk.Places.Load(place, operation);
        }

        if (operation.Kind == CollectionExpression ||
            operation.Syntax is StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax)
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
