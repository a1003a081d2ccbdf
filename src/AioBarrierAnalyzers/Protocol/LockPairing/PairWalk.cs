using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using AioBarrierAnalyzers.Accesses.Walk;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Protocol.LockPairing;

/// <summary>
/// Walks all paths of one body, those of exceptions included, with the locks that it takes and the tests that decide about them: property simulation (Das,
/// Lerner and Seigle, "ESP", PLDI 2002) on the compiler's control-flow graph. Which of them get past a catch, <see cref="Handlers"/> tell.
/// </summary>
internal sealed class PairWalk
{
    /// <summary>A body with more places and states than this is given up.</summary>
    private const int MaxVisits = 2000;

    private readonly ControlFlowGraph _graph;
    private readonly PairEffects _effects;
    private readonly HashSet<(int Block, PairState State, Continuation? Then)> _seen = new();
    private readonly Stack<(BasicBlock Block, PairState State, Continuation? Then)> _pending = new();
    private readonly HashSet<string> _tested;
    private readonly PairSteps _steps;

    private PairWalk(ControlFlowGraph graph, PairSteps steps, PairEffects effects)
    {
        _graph = graph;
        _steps = steps;
        _effects = effects;
        _tested = TestedOften(graph);
    }

    /// <summary>How the body can end with each lock it takes; empty where there is nothing to judge, and where it is too large to be walked.</summary>
    public static IReadOnlyList<Ending> Run(ControlFlowGraph graph, PairEffects effects, CancellationToken cancellation)
    {
        var steps = new PairSteps(graph);
        if (!effects.MayLeak(graph, steps))
            return System.Array.Empty<Ending>();
        var walk = new PairWalk(graph, steps, effects);
        walk._pending.Push((graph.Blocks[0], PairState.Initial, null));
        while (walk._pending.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            (BasicBlock block, PairState state, Continuation? then) = walk._pending.Pop();
            if (!walk._seen.Add((block.Ordinal, state, then)))
                continue;
            if (walk._seen.Count > MaxVisits)
                return System.Array.Empty<Ending>();
            walk.Visit(block, state, then);
        }

        return effects.Record.Endings;
    }

    /// <summary>Conditions that are tested more than once: only of these is the outcome worth remembering.</summary>
    private static HashSet<string> TestedOften(ControlFlowGraph graph)
    {
        var once = new HashSet<string>();
        var often = new HashSet<string>();
        foreach (BasicBlock block in graph.Blocks)
        {
            if (block.ConditionKind != ControlFlowConditionKind.None && block.BranchValue is { } condition && TextOf(condition) is { } text && !once.Add(text))
                often.Add(text);
        }

        return often;
    }

    private static string TextOf(IOperation condition)
    {
        while (condition is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not)
            condition = not.Operand;
        return condition switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals, RightOperand.ConstantValue.HasValue: true } binary =>
                binary.LeftOperand.Syntax.ToString(),
            IIsNullOperation test => test.Operand.Syntax.ToString(),
            IIsPatternOperation pattern => pattern.Value.Syntax.ToString(),
            _ => condition.Syntax.ToString(),
        };
    }

    private void Visit(BasicBlock block, PairState entry, Continuation? then)
    {
        var states = new List<PairState> { entry };
        foreach (IOperation operation in _steps.Of(block))
            states = Step(operation, states, block, then);
        foreach (PairState state in states)
        {
            if (block.ConditionKind == ControlFlowConditionKind.None)
                Follow(block.FallThroughSuccessor, state, block, then);
            else
                Branch(block, state, then);
        }
    }

    private List<PairState> Step(IOperation operation, List<PairState> states, BasicBlock block, Continuation? then)
    {
        if (operation is IFlowAnonymousFunctionOperation)
            return states.Select(s => _effects.Make(operation, s)).ToList();
        var after = new List<PairState>(states.Count);
        foreach (PairState state in states)
        {
            if (_effects.CallOff(operation, state) is { } calledOff)
                Throw(calledOff, block.EnclosingRegion, PathEnd.Throw(operation, isCall: true), then);
            if (state.HoldsAny && _effects.MayThrow(operation, state))
                Throw(state, block.EnclosingRegion, PathEnd.Throw(operation, isCall: true), then);
            if (!_effects.NeverReturns(operation))
                after.AddRange(_effects.Apply(operation, state));
        }

        return after;
    }

    private void Branch(BasicBlock block, PairState state, Continuation? then)
    {
        bool jumpsWhenTrue = block.ConditionKind == ControlFlowConditionKind.WhenTrue;
        ControlFlowBranch? whenTrue = jumpsWhenTrue ? block.ConditionalSuccessor : block.FallThroughSuccessor;
        ControlFlowBranch? whenFalse = jumpsWhenTrue ? block.FallThroughSuccessor : block.ConditionalSuccessor;
        IOperation condition = block.BranchValue!;
        bool isNegated = false;
        while (condition is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not)
        {
            condition = not.Operand;
            isNegated = !isNegated;
        }

        string? term = _effects.TermOf(condition, state);
        bool? known = _effects.Answer(condition, state) ?? (term is null ? null : term switch
        {
            "=True" => true,
            "=False" => false,
            _ => state.Fact(term),
        });
        foreach (bool outcome in new[] { true, false })
        {
            if (known == !outcome)
                continue;
            bool isRemembered = term is not null &&
                (condition is ILocalReferenceOperation or IFlowCaptureReferenceOperation || _tested.Contains(TextOf(condition)));
            PairState next = isRemembered ? state.WithFact(term!, outcome) : state;
            Follow(outcome != isNegated ? whenTrue : whenFalse, next, block, then);
        }
    }

    private void Follow(ControlFlowBranch? branch, PairState state, BasicBlock block, Continuation? then)
    {
        if (branch is null)
            return;
        switch (branch.Semantics)
        {
            case ControlFlowBranchSemantics.Throw:
                Throw(state, block.EnclosingRegion, PathEnd.Throw(block.BranchValue, isCall: false), then);
                return;
            case ControlFlowBranchSemantics.Rethrow:
                Throw(state, block.EnclosingRegion, PathEnd.Throw(null, isCall: false), then);
                return;
            case ControlFlowBranchSemantics.StructuredExceptionHandling:
                // The end of a finally, or a filter that says no; of the latter nothing more is asked.
                if (then is not null && IsInFinally(block))
                    Resume(then, state);
                return;
            case ControlFlowBranchSemantics.ProgramTermination or ControlFlowBranchSemantics.Error:
                return;
            case ControlFlowBranchSemantics.Return:
                Leave(branch.FinallyRegions, branch.Destination, PathEnd.Return(KindOf(block.BranchValue, state), block.BranchValue), state, then);
                return;
            default:
                Leave(branch.FinallyRegions, branch.Destination, PathEnd.Return(ReturnKind.Nothing, null), state, then);
                return;
        }
    }

    private void Leave(ImmutableArray<ControlFlowRegion> finallys, BasicBlock? destination, PathEnd end, PairState state, Continuation? then)
    {
        if (finallys.Length > 0)
            Push(finallys[0], state, Continuation.OfBranch(finallys.RemoveAt(0), destination, end, then));
        else if (destination is null || destination.Kind == BasicBlockKind.Exit)
            _effects.Record.Finish(state, end);
        else
            _pending.Push((destination, state, then));
    }

    private void Resume(Continuation then, PairState state)
    {
        if (then.ThrownFrom is { } region)
            Throw(state, region, then.End, then.Outer);
        else
            Leave(then.Rest, then.Destination, then.End, state, then.Outer);
    }

    private void Throw(PairState state, ControlFlowRegion? from, PathEnd end, Continuation? then)
    {
        foreach (ControlFlowRegion region in Regions.OutwardFrom(from, _graph))
        {
            if (region.Kind == ControlFlowRegionKind.Finally)
                then = then?.Outer;
            if (region.Kind != ControlFlowRegionKind.Try || region.EnclosingRegion is not { } whole)
                continue;
            if (whole.Kind == ControlFlowRegionKind.TryAndCatch)
            {
                foreach (ControlFlowRegion handler in whole.NestedRegions.Where(Handlers.IsHandler))
                {
                    Push(handler, _effects.Keep(end.Cause, handler, state), then);
                }

                if (!_effects.MayPass(end.Cause, whole))
                    return;
                continue;
            }

            ControlFlowRegion cleanup = whole.NestedRegions.First(r => r.Kind == ControlFlowRegionKind.Finally);
            Push(cleanup, state, Continuation.OfThrow(whole, end, then));
            return;
        }

        _effects.Record.Finish(state, end);
    }

    private void Push(ControlFlowRegion region, PairState state, Continuation? then) => _pending.Push((_graph.Blocks[region.FirstBlockOrdinal], state, then));

    private bool IsInFinally(BasicBlock block)
    {
        foreach (ControlFlowRegion region in Regions.OutwardFrom(block.EnclosingRegion, _graph))
        {
            if (region.Kind is ControlFlowRegionKind.Finally)
                return true;
            if (region.Kind is ControlFlowRegionKind.Filter)
                return false;
        }

        return false;
    }

    private ReturnKind KindOf(IOperation? value, PairState state)
    {
        if (value is null)
            return ReturnKind.Nothing;
        string? term = _effects.TermOf(value, state);
        if (term is "=False" or "=null" || value is IDefaultValueOperation || (term is not null && state.Fact(term) == false))
            return ReturnKind.Negative;
        if (term is "=True" || (term is not null && state.Fact(term) == true))
            return ReturnKind.Positive;
        if (term is not null && value.Type is { IsReferenceType: true } && state.Fact(Terms.Equal(term, "=null")) == true)
            return ReturnKind.Negative;
        return value.ConstantValue.HasValue || value.Type is not { IsReferenceType: true } || value.Type.SpecialType == SpecialType.System_String
            ? ReturnKind.Value
            : ReturnKind.Positive;
    }
}
