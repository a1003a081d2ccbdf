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

        // By kind: a test against each interface in turn would cost more than what is then done.
        switch (operation.Kind)
        {
            case OperationKind.ExpressionStatement:
                return Statement((IExpressionStatementOperation)operation);
            case OperationKind.Parenthesized:
                return Evaluate(((IParenthesizedOperation)operation).Operand);
            case OperationKind.InstanceReference:
                bool isMatched = ((IInstanceReferenceOperation)operation).ReferenceKind == InstanceReferenceKind.PatternInput;
                return (isMatched ? _walk.PatternInput : _walk.Activation.Receiver) ?? Value.Unknown.Instance;
            case OperationKind.Literal or OperationKind.DefaultValue:
                return new Value.Constant(null);
            case OperationKind.FieldReference when IsNullPointer(((IFieldReferenceOperation)operation).Field):
                return new Value.Constant(null);
            case OperationKind.EventReference when PathFactory.IsAuto(((IEventReferenceOperation)operation).Event):
            case OperationKind.FieldReference or OperationKind.ArrayElementReference or OperationKind.LocalReference or OperationKind.ParameterReference:
                return _walk.Places.Load(_walk.Places.Of(operation), operation);
            case OperationKind.PropertyReference:
                return Property((IPropertyReferenceOperation)operation, wantsAddress);
            case OperationKind.FlowCapture:
                return Capture((IFlowCaptureOperation)operation);
            case OperationKind.FlowCaptureReference:
                return Captured((IFlowCaptureReferenceOperation)operation);
            case OperationKind.SimpleAssignment:
                return _walk.Assignments.Assign((ISimpleAssignmentOperation)operation);
            case OperationKind.CompoundAssignment:
                return _walk.Assignments.Compound((ICompoundAssignmentOperation)operation);
            case OperationKind.Increment or OperationKind.Decrement:
                return _walk.Assignments.Step((IIncrementOrDecrementOperation)operation);
            case OperationKind.DeconstructionAssignment:
                return _walk.Assignments.Deconstruct((IDeconstructionAssignmentOperation)operation);
            case OperationKind.Conversion:
                return Conversion((IConversionOperation)operation, wantsAddress);
            case OperationKind.Unary:
                return OperatorEvaluator.Unary(_walk, (IUnaryOperation)operation);
            case OperationKind.Binary:
                return OperatorEvaluator.Binary(_walk, (IBinaryOperation)operation);
            case OperationKind.IsNull:
                return new Value.Comparison(Relation.Equal, Evaluate(((IIsNullOperation)operation).Operand), new Value.Constant(null));
            case OperationKind.IsPattern:
                return PatternEvaluator.Match(_walk, (IIsPatternOperation)operation);
            case OperationKind.Invocation:
                return _walk.Calls.Invocation((IInvocationOperation)operation, wantsAddress);
            case OperationKind.ObjectCreation:
                return _walk.Calls.Creation((IObjectCreationOperation)operation);
            case OperationKind.FlowAnonymousFunction:
                return Lambda((IFlowAnonymousFunctionOperation)operation);
            case OperationKind.DelegateCreation:
                return Evaluate(((IDelegateCreationOperation)operation).Target);
            case OperationKind.MethodReference:
                return _walk.Calls.MethodGroup((IMethodReferenceOperation)operation);
            case OperationKind.AddressOf:
                return AddressOf(((IAddressOfOperation)operation).Reference);
            case OperationKind.Await:
                return _walk.Calls.Await((IAwaitOperation)operation);
            case OperationKind.ArrayCreation when ((IArrayCreationOperation)operation).Initializer is null:
                return new Value.Made(operation.Type, _walk.Current) { Parts = EvaluateChildren(operation) };
            case OperationKind.ArrayCreation or OperationKind.AnonymousObjectCreation or OperationKind.TypeParameterObjectCreation:
                EvaluateChildren(operation);
                return new Value.Made(operation.Type, _walk.Current);
            case OperationKind.EventAssignment:
                return _walk.Assignments.Subscribe((IEventAssignmentOperation)operation);
            case OperationKind.SizeOf when ((ISizeOfOperation)operation).TypeOperand is { TypeKind: TypeKind.Struct } type:
                return new Value.Constant(PointerOffsets.SizeOf(type));
            case OperationKind.NameOf or OperationKind.TypeOf or OperationKind.SizeOf:
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
            case IIsPatternOperation pattern:
                return PatternEvaluator.MatchCondition(_walk, pattern).Reached();
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

    /// <summary>The address that leads nowhere: a constant, though the library says it by a field.</summary>
    private static bool IsNullPointer(IFieldSymbol field) =>
        field is { IsStatic: true, Name: "Zero", ContainingType.SpecialType: SpecialType.System_IntPtr or SpecialType.System_UIntPtr };

    private Value Statement(IExpressionStatementOperation statement)
    {
        if (BareLocks.TakenBy(statement) is not { } taken)
            return Evaluate(statement.Operation);
        _walk.Calls.LockBare(taken, statement);
        return Value.Unknown.Instance;
    }

    private Value Property(IPropertyReferenceOperation property, bool wantsAddress) => PathFactory.IsAuto(property.Property)
        ? _walk.Places.Load(_walk.Places.Of(property), property)
        : _walk.Calls.Getter(property, wantsAddress);

    private Value Conversion(IConversionOperation conversion, bool wantsAddress) => conversion.OperatorMethod is null
        ? Evaluate(conversion.Operand, wantsAddress)
        : _walk.Calls.Operator(conversion, conversion.OperatorMethod, conversion.Operand);

    private Value Lambda(IFlowAnonymousFunctionOperation lambda) =>
        new Value.Code(new CodeBody(lambda.Symbol, _walk.Activation.Graph.GetAnonymousFunctionControlFlowGraph(lambda), _walk.Activation.Receiver));

    private Value Capture(IFlowCaptureOperation capture)
    {
        bool isPlace = _walk.Activation.Facts.PlaceCaptures.Contains(capture.Id);
        if (isPlace && capture.Value is IPropertyReferenceOperation { Property.ReturnsByRef: false } property && !PathFactory.IsAuto(property.Property))
        {
            // What the property does, it does where it is assigned or read.
            _walk.Activation.Note(capture.Id, property);
            return Value.Unknown.Instance;
        }

        Value value = isPlace ? AddressOf(capture.Value) : Evaluate(capture.Value);

        // Chosen here, whatever becomes of it behind the place where the arms meet.
        if (!isPlace)
            _walk.Use(value);
        var captures = _walk.Activation.Captures;

        // The second definition of a capture is the other arm of a conditional; in a loop it is a new round.
        captures[capture.Id] = captures.TryGetValue(capture.Id, out Value? other) && !Value.Same(other, value)
            ? new Value.Derived(varies: false, isChoice: true, other, value)
            : value;
        return value;
    }

    private Value Captured(IFlowCaptureReferenceOperation reference)
    {
        if (_walk.Activation.PropertyOf(reference) is { } property)
            return _walk.Calls.Getter(property, wantsAddress: false);
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

    private Value[] EvaluateChildren(IOperation operation)
    {
        IOperation.OperationList children = operation.ChildOperations;
        if (children.Count == 0)
            return System.Array.Empty<Value>();
        var values = new Value[children.Count];
        int filled = 0;
        foreach (IOperation child in children)
            values[filled++] = Evaluate(child);
        return values;
    }
}
