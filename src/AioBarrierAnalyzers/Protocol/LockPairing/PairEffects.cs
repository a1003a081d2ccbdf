using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Protocol.LockPairing;

/// <summary>What the operations of one body do to its locks, and how the body ended with each of them.</summary>
internal sealed class PairEffects
{
    private readonly Terms _terms;
    private readonly LockActs _acts;
    private readonly Throwers _throwers;
    private readonly Releasers _releasers;
    private readonly SemaphoreUse _semaphores;
    private readonly List<Ending> _endings = new();
    private readonly Dictionary<IOperation, LockKey> _keys = new();

    public PairEffects(Terms terms, LockActs acts, Throwers throwers, Releasers releasers, SemaphoreUse semaphores)
    {
        _terms = terms;
        _acts = acts;
        _throwers = throwers;
        _releasers = releasers;
        _semaphores = semaphores;
    }

    public IReadOnlyList<Ending> Endings => _endings;

    /// <summary>Where each lock that was taken is given back.</summary>
    public Dictionary<IOperation, HashSet<IOperation>> GivenBackBy { get; } = new();

    /// <summary>The lock expressions, for messages.</summary>
    public Dictionary<IOperation, IOperation> Targets { get; } = new();

    /// <summary>Something in the operation may take a lock or claim: without that, nothing has to be given back.</summary>
    public bool MayTake(IOperation operation) => operation.DescendantsAndSelf()
        .Any(o => o is IInvocationOperation && _acts.Of(o, PairState.Initial) is { Kind: LockActKind.Take or LockActKind.TryTake });

    public bool MayThrow(IOperation operation, PairState state) =>
        _throwers.StrengthOf(operation) != ThrowStrength.None &&
        !(operation is IAwaitOperation wait && _terms.Of(wait.Operation, state) is { } awaited && Targets.Keys.Any(t => Terms.OfResult(t) == awaited));

    public bool NeverReturns(IOperation operation) => operation is IInvocationOperation call && _throwers.NeverReturns(call.TargetMethod);

    /// <summary>True or false where a condition asks for a lock that this path knows of.</summary>
    public bool? Answer(IOperation condition, PairState state) =>
        _acts.Of(condition, state) is { Kind: LockActKind.Ask } ask ? state.HoldingOf(ask.Key) is { Count: > 0 } : null;

    /// <inheritdoc cref="Terms.Of"/>
    public string? TermOf(IOperation? operation, PairState state) => _terms.Of(operation, state);

    public void Finish(PairState state, PathEnd end)
    {
        foreach (Holding holding in state.Held)
            _endings.Add(new Ending(holding.TakenBy, holding.Key, end, EndState.Held));
        foreach (IOperation released in state.Released)
            _endings.Add(new Ending(released, _keys[released], end, EndState.GivenBack));
    }

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
                return new[] { Assign(assignment.Target, assignment.Value, assignment, state) };
            case ICompoundAssignmentOperation compound:
                return new[] { Change(compound.Target, compound, state) };
            case IIncrementOrDecrementOperation increment:
                return new[] { Change(increment.Target, increment, state) };
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
            _keys[operation] = act.Key;
            Targets[operation] = act.Target;
            state = state.WithFact(Terms.Equal(act.Key.Term, "=null"), false);
        }

        switch (act.Kind)
        {
            case LockActKind.Take:
                state = state.Take(act.Key, operation);
                return new[] { success is null ? state : state.WithFact(success, true) };
            case LockActKind.TryTake when act.Key.Family == LockFamily.Claim:
                if (state.HoldingOf(act.Key) is { Count: > 0 })
                    return new[] { state.Lose(h => h.Key.Equals(act.Key)) };
                PairState claimed = state.Take(act.Key, operation);
                return act.FreeValue is false
                    ? new[] { claimed.WithFact(result, false), state.WithFact(result, true) }
                    : new[]
                    {
                        claimed.WithFact(Terms.Equal(result, "=" + act.FreeValue), true), state.WithFact(Terms.Equal(result, "=" + act.FreeValue), false),
                    };
            case LockActKind.TryTake:
                string told = success ?? result;
                return new[] { state.Take(act.Key, operation).WithFact(told, true), state.Fail(act.Key, operation).WithFact(told, false) };
            case LockActKind.GiveBack:
                return new[] { GiveBack(act.Key, operation, state) };
            case LockActKind.Lose:
                return new[] { state.Lose(h => h.Key.Equals(act.Key)) };
            default:
                return new[] { state };
        }
    }

    private PairState GiveBack(LockKey key, IOperation operation, PairState state)
    {
        if (state.HoldingOf(key) is { } holding)
        {
            if (holding.Count > 0)
                return GiveBack(holding, operation, state);
            _endings.Add(new Ending(holding.TakenBy, key, PathEnd.Return(ReturnKind.Nothing, operation), EndState.NeverTaken));
            return state.Lose(h => h == holding);
        }

        // One that goes by a name not seen: it may be any of those that are held.
        return key.Family == LockFamily.Claim ? state : state.Lose(h => h.Key.Family == key.Family && h.Count > 0);
    }

    private PairState GiveBack(Holding holding, IOperation by, PairState state)
    {
        if (!GivenBackBy.TryGetValue(holding.TakenBy, out HashSet<IOperation>? places))
            GivenBackBy.Add(holding.TakenBy, places = new HashSet<IOperation>());
        places.Add(by);
        return state.GiveBack(holding);
    }

    private PairState Assign(IOperation target, IOperation value, IOperation operation, PairState state)
    {
        string? stored = _terms.Of(value, state);
        if (target is ILocalReferenceOperation or IParameterReferenceOperation)
        {
            string name = target is ILocalReferenceOperation local
                ? Terms.OfVariable(local.Local)
                : Terms.OfVariable(((IParameterReferenceOperation)target).Parameter);
            bool isMoved = stored is not null && stored != name && state.Held.Any(h => Terms.LeadsTo(stored, h.Key.Term));
            bool? isNull = stored is null ? null : state.Fact(Terms.Equal(stored, "=null"));
            state = Reassign(name, operation, state);
            if (isNull is { } known)
                state = state.WithFact(Terms.Equal(name, "=null"), known);
            if (isMoved)
                state = state.Rename(stored!, name);
            return Learn(name, stored, value, state);
        }

        if (stored is not null && target is not IFlowCaptureReferenceOperation)
            state = state.Lose(h => Terms.LeadsTo(stored, h.Key.Term));
        state = Change(target, operation, state);
        return _terms.Of(target, state) is { } place ? Learn(place, stored, value, state) : state;
    }

    private static PairState Learn(string name, string? stored, IOperation value, PairState state)
    {
        if (value is IObjectCreationOperation or IConversionOperation { Operand: IObjectCreationOperation })
            return state.WithFact(Terms.Equal(name, "=null"), false);
        return stored switch
        {
            null => state,
            "=True" => state.WithFact(name, true),
            "=False" => state.WithFact(name, false),
            "=null" => state.WithFact(Terms.Equal(name, "=null"), true),
            _ when state.Fact(stored) is { } known => state.WithFact(name, known),
            _ when Terms.IsResult(stored) => state.WithAlias(name, stored),
            _ => state,
        };
    }

    /// <summary>A variable is given another object: locks that only it led to are out of reach, others are looked after by somebody else.</summary>
    private PairState Reassign(string name, IOperation operation, PairState state)
    {
        foreach (Holding holding in state.Held.Where(h => Terms.LeadsTo(name, h.Key.Term)).ToArray())
            _endings.Add(new Ending(holding.TakenBy, holding.Key, PathEnd.Return(ReturnKind.Nothing, operation), EndState.OutOfReach));
        return state.Lose(h => h.Key.Term.Contains(name)).Forget(name);
    }

    private PairState Change(IOperation target, IOperation operation, PairState state)
    {
        switch (target)
        {
            case ILocalReferenceOperation local:
                return state.Lose(h => h.Key.Term.Contains(Terms.OfVariable(local.Local))).Forget(Terms.OfVariable(local.Local));
            case IParameterReferenceOperation parameter:
                return state.Lose(h => h.Key.Term.Contains(Terms.OfVariable(parameter.Parameter))).Forget(Terms.OfVariable(parameter.Parameter));
            case IFieldReferenceOperation field:
                if (_terms.Of(field, state) is { } term)
                    state = GiveBack(new LockKey(LockFamily.Claim, term), operation, state);
                return state.Lose(h => h.Key.Family != LockFamily.Claim && h.Key.Term.Contains(Terms.OfField(field.Field))).Forget(Terms.OfField(field.Field));
            default:
                return state;
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
                state = state.Forget(given);
            if (scan is null || scan.Gives.Count > 0)
                state = state.Lose(h => h.Key.Family != LockFamily.Claim && Terms.LeadsTo(given, h.Key.Term));
        }

        return state;
    }
}
