using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Accesses.Walk;

/// <summary>Turns patterns into comparisons where a comparison says the same, and reads the members that they look at, one after the other.</summary>
internal sealed class PatternEvaluator
{
    private readonly MemberWalk _walk;
    private readonly bool _isCondition;
    private WalkExits _failed;

    private PatternEvaluator(MemberWalk walk, bool isCondition)
    {
        _walk = walk;
        _isCondition = isCondition;
    }

    public static Value Match(MemberWalk walk, IIsPatternOperation operation)
    {
        Value value = walk.Operations.Evaluate(operation.Value);
        return new PatternEvaluator(walk, isCondition: false).Match(value, operation.Pattern);
    }

    /// <summary>Where the pattern ends: a member is only read where those before it matched.</summary>
    public static WalkExits MatchCondition(MemberWalk walk, IIsPatternOperation operation)
    {
        Value value = walk.Operations.Evaluate(operation.Value);
        bool isNegated = false;
        IPatternOperation pattern = operation.Pattern;
        for (; pattern is INegatedPatternOperation negated; pattern = negated.Pattern)
            isNegated = !isNegated;
        var evaluator = new PatternEvaluator(walk, isCondition: true);
        Value last = evaluator.Match(value, pattern);
        WalkExits exits = evaluator._failed;
        if (walk.Current >= 0)
            exits.Add(new WalkExit(walk.Current, walk.State, last));
        return isNegated ? exits.Map(static e => new WalkExit(e.Node, e.State, OperatorEvaluator.Negate(e.Value))) : exits;
    }

    private Value Match(Value value, IPatternOperation pattern)
    {
        switch (pattern)
        {
            case IConstantPatternOperation constant:
                return new Value.Comparison(Relation.Equal, value,
                    new Value.Constant(constant.Value.ConstantValue.HasValue ? constant.Value.ConstantValue.Value : null));
            case INegatedPatternOperation negated:
                return OperatorEvaluator.Negate(new PatternEvaluator(_walk, isCondition: false).Match(value, negated.Pattern));
            case IRelationalPatternOperation relational when Conditions.RelationOf(relational.OperatorKind) is { } relation:
                return new Value.Comparison(relation, value, _walk.Operations.Evaluate(relational.Value));
            case IDeclarationPatternOperation declaration:
                Declare(declaration.DeclaredSymbol, value);
                return declaration.MatchesNull ? new Value.Constant(true) : NotNull(value);
            case IRecursivePatternOperation recursive:
                Declare(recursive.DeclaredSymbol, value);
                return !recursive.DeconstructionSubpatterns.IsEmpty ? new Value.ObjectTest(value, Value.Unknown.Instance)
                    : recursive.PropertySubpatterns.IsEmpty ? NotNull(value)
                    : MatchMembers(value, recursive);
            case IDiscardPatternOperation:
                return new Value.Constant(true);
            default:
                return new Value.Derived(varies: false, isChoice: false, value);
        }
    }

    private static Value NotNull(Value value) => new Value.Comparison(Relation.NotEqual, value, new Value.Constant(null));

    private Value MatchMembers(Value value, IRecursivePatternOperation pattern)
    {
        // A struct was read as a whole.
        if (pattern.InputType.IsValueType)
        {
            var part = new Value.Derived(varies: false, isChoice: false, value);
            foreach (IPropertySubpatternOperation member in pattern.PropertySubpatterns)
                new PatternEvaluator(_walk, isCondition: false).Match(part, member.Pattern);
            return part;
        }

        var matches = new List<Value> { NotNull(value) };
        foreach (IPropertySubpatternOperation member in pattern.PropertySubpatterns)
        {
            if (_isCondition)
                Require(matches[matches.Count - 1]);
            if (_walk.Current < 0)
                return new Value.Constant(false);
            Value? outer = _walk.PatternInput;
            _walk.PatternInput = value;
            Value content = _walk.Operations.Evaluate(member.Member);
            _walk.PatternInput = outer;
            matches.Add(Match(content, member.Pattern));
        }

        return _isCondition ? matches[matches.Count - 1] : new Value.ObjectTest(value, new Value.Derived(varies: false, isChoice: false, matches.ToArray()));
    }

    /// <summary>Goes on where the condition is true, and notes where it is not.</summary>
    private void Require(Value condition)
    {
        if ((condition is Value.Constant { Content: bool constant } ? constant : _walk.State.OutcomeOf(condition)) is { } known)
        {
            if (!known)
                Fail(_walk.Current, _walk.State);
            _walk.Current = known ? _walk.Current : -1;
            return;
        }

        GraphNode branch = _walk.Advance();
        branch.Condition = condition;
        _walk.Activation.AddCondition(condition);
        FlowState before = _walk.State;
        int match = _walk.Advance().Index;
        _walk.Current = branch.Index;
        Fail(_walk.Advance().Index, before.Behind(condition, false));
        _walk.Current = match;
        _walk.State = before.Behind(condition, true);
    }

    private void Fail(int node, FlowState state) => _failed.Add(new WalkExit(node, state, new Value.Constant(false)));

    private void Declare(ISymbol? symbol, Value value)
    {
        if (symbol is not null)
            _walk.State = _walk.State.With(symbol, value);
    }
}
