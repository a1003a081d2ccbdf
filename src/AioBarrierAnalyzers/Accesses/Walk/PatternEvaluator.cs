using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Accesses.Walk;

/// <summary>Turns patterns into comparisons where a comparison says the same.</summary>
internal static class PatternEvaluator
{
    public static Value Match(MemberWalk walk, IIsPatternOperation operation)
    {
        Value value = walk.Operations.Evaluate(operation.Value);
        return Match(walk, value, operation.Pattern);
    }

    private static Value Match(MemberWalk walk, Value value, IPatternOperation pattern)
    {
        switch (pattern)
        {
            case IConstantPatternOperation constant:
                return new Value.Comparison(Relation.Equal, value,
                    new Value.Constant(constant.Value.ConstantValue.HasValue ? constant.Value.ConstantValue.Value : null));
            case INegatedPatternOperation negated:
                return OperatorEvaluator.Negate(Match(walk, value, negated.Pattern));
            case IRelationalPatternOperation relational when Conditions.RelationOf(relational.OperatorKind) is { } relation:
                return new Value.Comparison(relation, value, walk.Operations.Evaluate(relational.Value));
            case IDeclarationPatternOperation declaration:
                Declare(walk, declaration.DeclaredSymbol, value);
                return new Value.Comparison(Relation.NotEqual, value, new Value.Constant(null));
            case IRecursivePatternOperation recursive:
                Declare(walk, recursive.DeclaredSymbol, value);
                return recursive.PropertySubpatterns.IsEmpty && recursive.DeconstructionSubpatterns.IsEmpty
                    ? new Value.Comparison(Relation.NotEqual, value, new Value.Constant(null))
                    : new Value.ObjectTest(value, Value.Unknown.Instance);
            case IDiscardPatternOperation:
                return new Value.Constant(true);
            default:
                return new Value.Derived(varies: false, isChoice: false, value);
        }
    }

    private static void Declare(MemberWalk walk, ISymbol? symbol, Value value)
    {
        if (symbol is not null)
            walk.State = walk.State.With(symbol, value);
    }
}
