using System;
using System.Collections.Generic;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Accesses;

/// <summary>Decides conditions from what is assumed of the loads they rest on.</summary>
internal static class Conditions
{
    /// <summary>The outcome of a condition where the load gives the value; null where it cannot be told.</summary>
    public static bool? Decide(Value condition, MemoryEvent load, Value content)
    {
        switch (condition)
        {
            case Value.Negation negation:
                return !Decide(negation.Operand, load, content);
            case Value.Loaded loaded when loaded.Event == load && loaded.IsExact:
                return content is Value.Constant { Content: bool known } ? known : null;
            case Value.Comparison comparison:
                return Decide(comparison, load, content);
            case Value.ObjectTest test:
                return Substitute(test.Operand, load, content) == 0 ? false : null;
            case Value.Constant { Content: bool constant }:
                return constant;
            default:
                return null;
        }
    }

    /// <summary>The outcome of a condition where a compare-exchange took place: what it gave is then what it was given to compare with.</summary>
    public static bool? DecideWhereExchanged(Value condition, MemoryEvent exchange)
    {
        (condition, bool isKept) = Reduced(condition, true);
        return exchange.Effect.Result == AtomicResult.OldValue && condition is Value.Comparison { Relation: Relation.Equal or Relation.NotEqual } comparison &&
            (IsOfExchange(comparison.Left, comparison.Right, exchange) || IsOfExchange(comparison.Right, comparison.Left, exchange))
                ? comparison.Relation == Relation.Equal == isKept
                : null;
    }

    private static bool IsOfExchange(Value result, Value expected, MemoryEvent exchange) =>
        result is Value.Loaded { IsExact: true } loaded && loaded.Event == exchange && exchange.Comparand is { } comparand && Value.Same(expected, comparand);

    /// <summary>
    /// A condition reduced to what is asked: without the negations around it, and with the outcome that it then has. Of a choice between a constant and
    /// something else, as the answer of a helper with <c>&amp;&amp;</c> is, it must be the other one where the constant has not that outcome.
    /// </summary>
    public static (Value Condition, bool Outcome) Reduced(Value condition, bool outcome)
    {
        while (true)
        {
            if (condition is Value.Negation negation)
                (condition, outcome) = (negation.Operand, !outcome);
            else if (condition is Value.Derived { IsChoice: true, Varies: false, Operands: { Count: 2 } operands } && OnlyOther(operands, outcome) is { } other)
                condition = other;
            else
                return (condition, outcome);
        }
    }

    private static Value? OnlyOther(IReadOnlyList<Value> operands, bool outcome) =>
        IsOpposite(operands[0], outcome) ? operands[1] : IsOpposite(operands[1], outcome) ? operands[0] : null;

    private static bool IsOpposite(Value operand, bool outcome) => operand is Value.Constant { Content: bool constant } && constant != outcome;

    /// <summary>
    /// True for a question of whether it is time: how long ago something was, or whether it is due. Who is told that it is not asks again later, and what he
    /// leaves undone is done then.
    /// </summary>
    public static bool IsOfTime(Value condition) => Reduced(condition, true).Condition is Value.Comparison
        { Relation: not (Relation.Equal or Relation.NotEqual) } comparison && (comparison.Left.IsTime || comparison.Right.IsTime);

    /// <summary>True for a comparison of what the load gave with null.</summary>
    public static bool IsNullTest(Value condition, MemoryEvent load) => condition switch
    {
        Value.Negation negation => IsNullTest(negation.Operand, load),
        Value.ObjectTest { Operand: Value.Loaded tested } => tested.Event == load && tested.IsExact,
        Value.Comparison { Left: Value.Loaded left, Right: Value.Constant { Content: null } } => left.Event == load && left.IsExact,
        Value.Comparison { Right: Value.Loaded right, Left: Value.Constant { Content: null } } => right.Event == load && right.IsExact,
        _ => false,
    };

    /// <summary>
    /// +1 where a condition on the load comes true as the value rises, from zero or past a bound, -1 where it does as the value falls; null where it is
    /// neither.
    /// </summary>
    public static int? TrendTo(Value condition, MemoryEvent load) => condition switch
    {
        Value.Negation negation => -TrendTo(negation.Operand, load),
        Value.Comparison { Left: Value.Loaded { IsExact: true } left, Right: Value.Constant bound } comparison
            when left.Event == load && AsNumber(bound) is { } number =>
            comparison.Relation switch
            {
                Relation.Greater or Relation.GreaterOrEqual => 1,
                Relation.Less or Relation.LessOrEqual => -1,
                Relation.NotEqual when number == 0 => 1,
                Relation.Equal when number == 0 => -1,
                _ => null,
            },
        _ => null,
    };

    /// <summary>A constant as a number: booleans, characters and enums count, null is zero.</summary>
    public static long? AsNumber(Value? value)
    {
        if (value is not Value.Constant constant)
            return null;
        return constant.Content switch
        {
            null => 0,
            bool b => b ? 1 : 0,
            char c => c,
            ulong u => unchecked((long)u),
            string or double or float or decimal => null,
            IConvertible number => Convert.ToInt64(number, System.Globalization.CultureInfo.InvariantCulture),
            _ => null,
        };
    }

    public static Relation? RelationOf(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.LessThan => Relation.Less,
        BinaryOperatorKind.LessThanOrEqual => Relation.LessOrEqual,
        BinaryOperatorKind.GreaterThan => Relation.Greater,
        BinaryOperatorKind.GreaterThanOrEqual => Relation.GreaterOrEqual,
        _ => null,
    };

    private static bool? Decide(Value.Comparison comparison, MemoryEvent load, Value content)
    {
        if (Substitute(comparison.Left, load, content) is not { } left || Substitute(comparison.Right, load, content) is not { } right)
            return null;
        return comparison.Relation switch
        {
            Relation.Equal => left == right,
            Relation.NotEqual => left != right,
            Relation.Less => left < right,
            Relation.LessOrEqual => left <= right,
            Relation.Greater => left > right,
            _ => left >= right,
        };
    }

    private static long? Substitute(Value operand, MemoryEvent load, Value content)
    {
        switch (operand)
        {
            case Value.Loaded loaded when loaded.Event == load && loaded.IsExact:
                // An object that was just made is not null, and that is all that is known of it.
                return content is Value.Made or Value.Code ? 1 : AsNumber(content);
            case Value.Masked masked:
                return Substitute(masked.Operand, load, content) & masked.Mask;
            default:
                return AsNumber(operand);
        }
    }
}
