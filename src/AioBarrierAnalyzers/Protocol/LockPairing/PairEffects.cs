using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Protocol.LockPairing;

/// <summary>What the operations of one body do to its locks, to what is known of its variables, and to the record of both.</summary>
internal sealed class PairEffects
{
    /// <summary>Taken so often on one path, a lock is taken in each round of a loop: further rounds show nothing new, and would never end.</summary>
    private const int MostRounds = 3;

    private readonly ControlFlowGraph _graph;
    private readonly Terms _terms;
    private readonly LockActs _acts;
    private readonly Throwers _throwers;
    private readonly Releasers _releasers;
    private readonly SemaphoreUse _semaphores;
    private readonly VariableEffects _variables;
    private readonly Handlers _handlers;

    public PairEffects(ControlFlowGraph graph, Terms terms, LockActs acts, Throwers throwers, Releasers releasers, SemaphoreUse semaphores)
    {
        _graph = graph;
        _terms = terms;
        _acts = acts;
        _throwers = throwers;
        _releasers = releasers;
        _semaphores = semaphores;
        _variables = new VariableEffects(terms, Record);
        _handlers = new Handlers(throwers);
    }

    /// <summary>What was found so far.</summary>
    public PairRecord Record { get; } = new();

    /// <inheritdoc cref="PairSurvey"/>
    public bool MayLeak(ControlFlowGraph graph, PairSteps steps) => PairSurvey.MayLeak(graph, steps, _acts, _throwers, _semaphores);

    public bool MayThrow(IOperation operation, PairState state) =>
        _throwers.StrengthOf(operation) != ThrowStrength.None &&
        !(operation is IAwaitOperation wait && _terms.Of(wait.Operation, state) is { } awaited && Record.Targets.Keys.Any(t => Terms.OfResult(t) == awaited));

    /// <inheritdoc cref="Handlers.LetPass"/>
    public bool MayPass(IOperation? cause, ControlFlowRegion tryAndCatch) => _handlers.LetPass(cause, tryAndCatch);

    /// <summary>A catch is entered with a claim held: where it stores nothing, nobody is told that what was claimed has failed.</summary>
    public PairState Keep(IOperation? cause, ControlFlowRegion handler, PairState state) =>
        cause is not null && state.Held.Any(static h => h.Key.Family == LockFamily.Claim) && Handlers.StoresNothing(handler, _graph)
            ? state.Fail(cause, static h => h.Key.Family == LockFamily.Claim)
            : state;

    /// <summary>What is so where a wait for a semaphore is called off; null for any other operation, and for a wait that nobody can call off.</summary>
    public PairState? CallOff(IOperation operation, PairState state)
    {
        if (operation is not IInvocationOperation call || !_throwers.MayBeCancelled(call) ||
            _acts.Of(call, state) is not { Kind: LockActKind.Take or LockActKind.TryTake, Key.Family: LockFamily.Semaphore } wait)
        {
            return null;
        }

        Record.Take(wait, operation);
        return state.CallOff(wait.Key, operation);
    }

    public bool NeverReturns(IOperation operation) => operation is IInvocationOperation call && _throwers.NeverReturns(call.TargetMethod);

    /// <summary>True or false where a condition asks for a lock that this path knows of.</summary>
    public bool? Answer(IOperation condition, PairState state) =>
        _acts.Of(condition, state) is { Kind: LockActKind.Ask } ask ? state.HoldingOf(ask.Key) is { Count: > 0 } : null;

    /// <inheritdoc cref="Terms.Of"/>
    public string? TermOf(IOperation? operation, PairState state) => _terms.Of(operation, state);

    /// <summary>A lambda or method is made into a delegate: what it gives back is its matter from now on.</summary>
    public PairState Make(IOperation code, PairState state)
    {
        ReleaseScan scan = code is IMethodReferenceOperation method ? _releasers.Of(method.Method) : _releasers.OfCode(code.Syntax);

        // A claim is handed over when the code is started, which may fail.
        return state.Lose(h => h.Key.Family != LockFamily.Claim && scan.MayGiveBack(h.Key));
    }

    public IEnumerable<PairState> Apply(IOperation operation, PairState state)
    {
        switch (operation)
        {
            case IFlowCaptureOperation capture:
                string name = Terms.OfCapture(capture.Id);
                string? captured = _terms.Of(capture.Value, state);
                state = state.Forget(name);
                return new[] { captured is null || captured.Contains(name) ? state : state.WithAlias(name, captured) };
            case ISimpleAssignmentOperation assignment:
                PairState assigned = _variables.Assign(assignment.Target, assignment.Value, assignment, state);
                return new[]
                {
                    assignment.Target is ILocalReferenceOperation told && Answer(assignment.Value, state) is { } answer
                        ? assigned.Forget(Terms.OfVariable(told.Local)).WithFact(Terms.OfVariable(told.Local), answer)
                        : assigned,
                };
            case ICompoundAssignmentOperation compound:
                return new[] { _variables.Change(compound.Target, compound, state) };
            case IIncrementOrDecrementOperation increment:
                return new[] { _variables.Change(increment.Target, increment, state) };
            case IMethodReferenceOperation method:
                return new[] { Make(method, state) };
            case IInvocationOperation call when _acts.IsConditionCall(call):
                return new[] { state };
            case IInvocationOperation call:
                return _acts.Of(call, state) is { } act ? Act(act, call, state) : new[] { Call(call.TargetMethod, call.Arguments, state) };
            case IObjectCreationOperation creation:
                state = creation.Arguments.Any(a => a.Value is IInstanceReferenceOperation or IConversionOperation { Operand: IInstanceReferenceOperation })
                    ? state.Lose(h => Terms.LeadsTo("this", h.Key.Term))
                    : state;
                return new[] { creation.Constructor is { } constructor ? Call(constructor, creation.Arguments, state) : state };
            default:
                return new[] { state };
        }
    }

    private IEnumerable<PairState> Act(LockAct act, IOperation operation, PairState state)
    {
        string result = Terms.OfResult(operation);
        string? success = _terms.Of(act.Success, state);
        if (act.Kind is LockActKind.Take or LockActKind.TryTake)
        {
            if (act.Key.Family == LockFamily.Semaphore && !_semaphores.IsLock(act.Target))
                return new[] { state };
            Record.Take(act, operation);
            if (success is not null)
                Record.Flags[success] = act.Key;
            state = state.WithFact(Terms.Equal(act.Key.Term, "=null"), false);
        }

        switch (act.Kind)
        {
            case LockActKind.Take when act.Key.Family == LockFamily.Monitor && state.HoldingOf(act.Key) is { Count: >= MostRounds } rounds:
                Record.TakenInRounds.Add(rounds.TakenBy);
                return System.Array.Empty<PairState>();
            case LockActKind.Take:
                state = state.Take(act.Key, operation);
                return new[] { success is null ? state : state.WithFact(success, true) };
            case LockActKind.TryTake when act.Key.Family == LockFamily.Claim:
                if (state.HoldingOf(act.Key) is { Count: > 0 })
                    return new[] { state.Lose(h => h.Key.Equals(act.Key)) };
                PairState claimed = state.Take(act.Key, operation);
                return act.TakenIf is { } yes
                    ? new[] { claimed.WithFact(result, yes), state.WithFact(result, !yes) }
                    : new[]
                    {
                        claimed.WithFact(Terms.Equal(result, "=" + act.FreeValue), true).WithFact(Terms.Equal(result, "=1"), false),
                        state.WithFact(Terms.Equal(result, "=" + act.FreeValue), false),
                    };
            case LockActKind.TryTake:
                string told = success ?? result;
                return new[] { state.Take(act.Key, operation).WithFact(told, true), state.Fail(act.Key, operation).WithFact(told, false) };
            case LockActKind.GiveBack:
                return new[] { Record.GiveBack(act.Key, operation, state) };
            case LockActKind.Lose:
                return new[] { state.Lose(h => h.Key.Equals(act.Key)) };
            default:
                return new[] { state };
        }
    }

    private PairState Call(IMethodSymbol method, IEnumerable<IArgumentOperation> arguments, PairState state)
    {
        ReleaseScan? scan = _releasers.IsKnown(method) ? _releasers.Of(method) : null;
        if (scan is not null)
        {
            foreach (Holding holding in state.Held.Where(h => scan.GivesBack(h.Key)).ToArray())
                state = state.GiveBack(holding);
        }

        foreach (IArgumentOperation argument in arguments)
        {
            string? given = _terms.Of(argument.Value, state);
            if (given is null or "this")
                continue;
            if (argument.Parameter is { RefKind: RefKind.Ref or RefKind.Out })
            {
                // Who may say that the lock is no longer held, or held again, is the one who gives it back.
                state = state.Forget(given);
                if (Record.Flags.TryGetValue(given, out LockKey told))
                    state = state.Lose(h => h.Key.Equals(told));
            }

            if (scan is null || scan.Gives.Count > 0)
                state = state.Lose(h => h.Key.Family != LockFamily.Claim && Terms.LeadsTo(given, h.Key.Term));
        }

        return state;
    }
}
