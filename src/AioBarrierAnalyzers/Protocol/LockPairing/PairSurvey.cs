using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses.Walk;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Protocol.LockPairing;

/// <summary>
/// Tells without a walk that a body has nothing to judge: what it takes it never gives back, so that it is somebody else's to give back, or it takes nothing
/// but by <c>lock</c> statements, which the compiler pairs, and right before a try whose finally gives it back.
/// </summary>
internal sealed class PairSurvey
{
    private readonly PairSteps _steps;
    private readonly LockActs _acts;
    private readonly HashSet<LockFamily> _taken = new();
    private readonly HashSet<LockFamily> _givenBack = new();
    private readonly List<IOperation> _semaphores = new();
    private readonly HashSet<ISymbol> _claimed = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _stored = new(SymbolEqualityComparer.Default);
    private bool _startsThread;
    private bool _mayBeCalledOff;

    private PairSurvey(PairSteps steps, LockActs acts)
    {
        _steps = steps;
        _acts = acts;
    }

    public static bool MayLeak(ControlFlowGraph graph, PairSteps steps, LockActs acts, Throwers throwers, SemaphoreUse semaphores)
    {
        var survey = new PairSurvey(steps, acts);
        foreach (BasicBlock block in graph.Blocks)
        {
            foreach (IOperation step in steps.Of(block))
            {
                survey.Note(step, block, graph);
                survey._startsThread |= throwers.IsFailingStart(step);
                survey._mayBeCalledOff |= step is IInvocationOperation && throwers.MayBeCancelled(step) && IsInTryWithFinally(block, graph);
            }
        }

        // A claim may also be left to a thread, which then could not be started.
        return survey._taken.Overlaps(survey._givenBack) ||
            (survey._claimed.Count > 0 && (survey._startsThread || survey._claimed.Overlaps(survey._stored))) ||
            (survey._givenBack.Contains(LockFamily.Semaphore) &&
                ((survey._mayBeCalledOff && survey._semaphores.Count > 0) || survey._semaphores.Any(semaphores.IsLock)));
    }

    private void Note(IOperation step, BasicBlock block, ControlFlowGraph graph)
    {
        switch (step)
        {
            case IInvocationOperation { IsImplicit: false } call when _acts.Of(call, PairState.Initial) is { } act:
                bool takes = act.Kind is LockActKind.Take or LockActKind.TryTake;
                if (act.Key.Family == LockFamily.Claim)
                    (takes ? _claimed : _stored).Add(((IFieldReferenceOperation)act.Target).Field.OriginalDefinition);
                else if (takes && !IsInFinally(block, graph) && !IsGivenBackInFinally(act, call, block, graph))
                    NoteTaken(act);
                else if (act.Kind == LockActKind.GiveBack)
                    _givenBack.Add(act.Key.Family);
                break;
            case IAssignmentOperation { Target: IFieldReferenceOperation stored }:
                _stored.Add(stored.Field.OriginalDefinition);
                break;
            case IIncrementOrDecrementOperation { Target: IFieldReferenceOperation counted }:
                _stored.Add(counted.Field.OriginalDefinition);
                break;
        }
    }

    private void NoteTaken(LockAct act)
    {
        if (act.Key.Family == LockFamily.Semaphore)
            _semaphores.Add(act.Target);
        else
            _taken.Add(act.Key.Family);
    }

    private static bool IsInTryWithFinally(BasicBlock block, ControlFlowGraph graph)
    {
        foreach (ControlFlowRegion region in Regions.OutwardFrom(block.EnclosingRegion, graph))
        {
            if (region is { Kind: ControlFlowRegionKind.Try, EnclosingRegion.Kind: ControlFlowRegionKind.TryAndFinally })
                return true;
        }

        return false;
    }

    /// <summary>What was given back for a while is taken again, for the caller.</summary>
    private static bool IsInFinally(BasicBlock block, ControlFlowGraph graph)
    {
        foreach (ControlFlowRegion region in Regions.OutwardFrom(block.EnclosingRegion, graph))
        {
            if (region.Kind == ControlFlowRegionKind.Finally)
                return true;
        }

        return false;
    }

    /// <summary>The object's own lock, and nothing is done between taking it and the try, nor in the finally before it is given back.</summary>
    private bool IsGivenBackInFinally(LockAct take, IInvocationOperation call, BasicBlock block, ControlFlowGraph graph) =>
        take is { Kind: LockActKind.Take, Target: IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } } &&
        block is { ConditionKind: ControlFlowConditionKind.None, FallThroughSuccessor: { } next } &&
        _steps.Of(block).SkipWhile(s => s != call).All(s => s.Syntax.Span.Contains(call.Syntax.Span)) &&
        next.EnteringRegions.Where(r => r.Kind == ControlFlowRegionKind.TryAndFinally).Any(r =>
        {
            ControlFlowRegion cleanup = r.NestedRegions.First(n => n.Kind == ControlFlowRegionKind.Finally);
            return _steps.Of(graph.Blocks[cleanup.FirstBlockOrdinal]).FirstOrDefault() is IInvocationOperation first &&
                _acts.Of(first, PairState.Initial) is { Kind: LockActKind.GiveBack } giveBack && giveBack.Key.Equals(take.Key);
        });
}
