using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Accesses.Walk;

/// <summary>Turns operators into what is known of their results; those that the source declares are called.</summary>
internal static class OperatorEvaluator
{
    public static Value Unary(MemberWalk walk, IUnaryOperation unary)
    {
        if (unary.OperatorMethod is not null)
            return walk.Calls.Operator(unary, unary.OperatorMethod, unary.Operand);
        Value operand = walk.Operations.Evaluate(unary.Operand);
        return unary.OperatorKind == UnaryOperatorKind.Not ? Negate(operand) : new Value.Derived(varies: false, isChoice: false, operand);
    }

    public static Value Binary(MemberWalk walk, IBinaryOperation binary)
    {
        if (binary.OperatorMethod is { } method && walk.Context.IsInSource(method))
            return walk.Calls.Operator(binary, method, binary.LeftOperand, binary.RightOperand);
        Value left = walk.Operations.Evaluate(binary.LeftOperand);
        Value right = walk.Operations.Evaluate(binary.RightOperand);
        switch (binary.OperatorKind)
        {
            case BinaryOperatorKind.Equals:
                return ObjectOrBare(binary, Relation.Equal, left, right);
            case BinaryOperatorKind.NotEquals:
                return Compare(Relation.NotEqual, left, right);
            case BinaryOperatorKind.LessThan:
                return ObjectOrBare(binary, Relation.Less, left, right);
            case BinaryOperatorKind.LessThanOrEqual:
                return ObjectOrBare(binary, Relation.LessOrEqual, left, right);
            case BinaryOperatorKind.GreaterThan:
                return ObjectOrBare(binary, Relation.Greater, left, right);
            case BinaryOperatorKind.GreaterThanOrEqual:
                return ObjectOrBare(binary, Relation.GreaterOrEqual, left, right);
            case BinaryOperatorKind.Add or BinaryOperatorKind.Subtract when binary.Type is IPointerTypeSymbol pointer:
                bool isLeft = binary.LeftOperand.Type is IPointerTypeSymbol;
                Value by = isLeft ? right : left;
                if (binary.OperatorKind == BinaryOperatorKind.Subtract)
                    by = Conditions.AsNumber(by) is { } back ? new Value.Constant(-back) : new Value.Derived(varies: false, isChoice: false, by);
                return new Value.Address(PathFactory.Moved(isLeft ? left : right, by, PointerOffsets.SizeOf(pointer.PointedAtType)));
            case BinaryOperatorKind.Add:
                return new Value.Derived(varies: false, isChoice: false, left, right)
                {
                    Addend = unchecked(PointerOffsets.AddendOf(left) + PointerOffsets.AddendOf(right)),
                };
            case BinaryOperatorKind.Subtract when Conditions.AsNumber(right) is { } less:
                return new Value.Derived(varies: false, isChoice: false, left) { Addend = unchecked(PointerOffsets.AddendOf(left) - less) };
            case BinaryOperatorKind.Or:
                return new Value.Derived(varies: false, isChoice: false, left, right) { IsUnion = true };
            case BinaryOperatorKind.And when Conditions.AsNumber(right) is { } mask:
                return new Value.Masked(left, mask);
            default:
                return new Value.Derived(varies: false, isChoice: false, left, right);
        }
    }

    public static Value Negate(Value value) => value switch
    {
        Value.Constant { Content: bool known } => new Value.Constant(!known),
        Value.Negation negation => negation.Operand,
        _ => new Value.Negation(value),
    };

    private static Value Compare(Relation relation, Value left, Value right)
    {
        // "flag == true" and the like are the flag itself.
        if (right is Value.Constant { Content: bool known } && (relation is Relation.Equal or Relation.NotEqual))
            return (relation == Relation.Equal) == known ? left : Negate(left);
        return new Value.Comparison(relation, left, right);
    }

    /// <summary>
    /// A comparison that can only be true of a value: where one side asks an object for it that may not be there, it tests the object as well.
    /// </summary>
    private static Value ObjectOrBare(IBinaryOperation binary, Relation relation, Value left, Value right)
    {
        Value comparison = Compare(relation, left, right);
        bool needsValue = relation == Relation.Equal ? right is Value.Constant { Content: not (null or bool) } : binary.IsLifted;
        return needsValue && (ReceiverOf(left) ?? ReceiverOf(right)) is { } receiver ? new Value.ObjectTest(receiver, comparison) : comparison;
    }

    /// <summary>
    /// The object that a conditional access asks, <c>x</c> of <c>x?.Size</c>: without one there is no value, which is neither less nor more than any.
    /// </summary>
    private static Value? ReceiverOf(Value value)
    {
        if (value is not Value.Derived { IsChoice: true, Operands: { Count: 2 } arms } || IsNull(arms[0]) == IsNull(arms[1]))
            return null;
        return (IsNull(arms[0]) ? arms[1] : arms[0]) switch
        {
            Value.Loaded { Event.Path: { } path } => path.Base,
            Value.Held held => held.Path.Base,
            _ => null,
        };
    }

    private static bool IsNull(Value value) => value is Value.Constant { Content: null };
}
