using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Protocol.LockPairing;

/// <summary>Tells what an operation does to a lock or claim.</summary>
internal sealed class LockActs
{
    private readonly KnownMembers _known;
    private readonly Terms _terms;
    private readonly HelperCalls _helpers;

    public LockActs(KnownMembers known, Terms terms, HelperCalls helpers)
    {
        _known = known;
        _terms = terms;
        _helpers = helpers;
    }

    public LockAct? Of(IOperation operation, PairState state) => operation switch
    {
        IInvocationOperation call => OfCall(call, state),
        IPropertyReferenceOperation { Property.GetMethod: { } getter, Instance: { } held }
            when Asks(getter, out LockFamily family) && _terms.Of(held, state) is { } term =>
            new LockAct(LockActKind.Ask, new LockKey(family, term), held),
        ISimpleAssignmentOperation { Target: IFieldReferenceOperation flag } when _terms.Of(flag, state) is { } term =>
            new LockAct(LockActKind.GiveBack, new LockKey(LockFamily.Claim, term), flag),
        _ => null,
    };

    /// <summary>Waits for a pulse, or gives one: the lock is held before and after.</summary>
    public bool IsConditionCall(IInvocationOperation call) => _known.TryGetEffect(call.TargetMethod, out MemberEffect effect) &&
        effect is { Family: LockFamily.Monitor, Role: MemberRole.MonitorWait or MemberRole.Wake };

    /// <summary>A property that says whether its lock is held: by this thread, or by any.</summary>
    private bool Asks(IMethodSymbol getter, out LockFamily family)
    {
        bool isKnown = _known.TryGetEffect(getter, out MemberEffect effect);
        family = effect.Family;
        return isKnown && family is not (LockFamily.None or LockFamily.Semaphore) && effect.Role is MemberRole.LockQuestion or MemberRole.Load;
    }

    private LockAct? OfCall(IInvocationOperation call, PairState state)
    {
        if (!_known.TryGetEffect(call.TargetMethod, call.Instance?.Type, out MemberEffect effect))
            return _helpers.Within(call) is { } inner ? OfHelper(inner, call, state) : null;
        if (effect.Is(MemberTraits.Variable))
            return OfAtomic(call, effect, state);
        IOperation? target = effect.LocationParameter == MemberEffect.Receiver ? call.Instance : ArgumentOf(call, effect.LocationParameter);
        if (effect.Family == LockFamily.None || target is null || KindOf(call, effect) is not { } kind || _terms.Of(target, state) is not { } term)
            return null;
        return new LockAct(kind, new LockKey(effect.Family, term), target, ArgumentOf(call, effect.SuccessParameter));
    }

    /// <summary>What a helper does to a lock of the object itself; whether it got it is told by what it returns.</summary>
    private LockAct? OfHelper(IInvocationOperation inner, IInvocationOperation call, PairState state)
    {
        if (!_known.TryGetEffect(inner.TargetMethod, inner.Instance?.Type, out MemberEffect effect))
            return null;
        if (effect.Is(MemberTraits.Variable))
            return OfClaim(inner, effect, state);
        if (effect.Family == LockFamily.None || effect.SuccessParameter >= 0)
            return null;

        IOperation? target = effect.LocationParameter == MemberEffect.Receiver ? inner.Instance : ArgumentOf(inner, effect.LocationParameter);
        return target is IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } && KindOf(call, effect) is { } kind &&
            _terms.Of(target, state) is { } term ? new LockAct(kind, new LockKey(effect.Family, term), target) : null;
    }

    /// <summary>What a helper does to a claim of the object itself; one that takes it must say whether it was free.</summary>
    private LockAct? OfClaim(IInvocationOperation inner, MemberEffect effect, PairState state)
    {
        if (OfAtomic(inner, effect, state) is not { Target: IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } } act)
            return null;
        if (act.Kind == LockActKind.GiveBack)
            return act;
        return inner.Parent switch
        {
            IBinaryOperation { RightOperand.ConstantValue: { HasValue: true, Value: var value } } asked =>
                act with { TakenIf = Equals(value, act.FreeValue) == (asked.OperatorKind == BinaryOperatorKind.Equals) },
            _ => act.FreeValue is false ? act : null,
        };
    }

    private LockActKind? KindOf(IInvocationOperation call, MemberEffect effect) => effect.Role switch
    {
        MemberRole.LockEnter when !effect.Is(MemberTraits.Scope) => LockActKind.Take,
        MemberRole.LockTryEnter => LockActKind.TryTake,
        MemberRole.LockExit => LockActKind.GiveBack,
        MemberRole.Wait when effect.Is(MemberTraits.Awaitable) && !IsAwaited(call) => LockActKind.Lose,
        MemberRole.Wait => effect.Result == AtomicResult.Success ? LockActKind.TryTake : LockActKind.Take,
        MemberRole.Wake when effect.Is(MemberTraits.Permit) => LockActKind.GiveBack,
        MemberRole.LockQuestion => LockActKind.Ask,
        _ => null,
    };

    /// <summary>An exchange of a flag from its free value takes a claim; any other store to it gives it back.</summary>
    private LockAct? OfAtomic(IInvocationOperation call, MemberEffect effect, PairState state)
    {
        if (effect.Role is not (MemberRole.ReadModifyWrite or MemberRole.Store) ||
            ArgumentOf(call, effect.LocationParameter) is not IFieldReferenceOperation flag ||
            _terms.Of(flag, state) is not { } term)
        {
            return null;
        }

        var key = new LockKey(LockFamily.Claim, term);
        object? Constant(int parameter) => ArgumentOf(call, parameter) is { ConstantValue: { HasValue: true, Value: var value } } ? value : null;
        object? set = Constant(effect.ValueParameter);
        object? free = effect.ComparandParameter >= 0 ? Constant(effect.ComparandParameter) : set switch { 1 => 0, true => false, _ => null };
        if ((effect.Is(MemberTraits.Exchange) || effect.ComparandParameter >= 0) && set is 1 or true && free is 0 or false)
            return new LockAct(LockActKind.TryTake, key, flag) { FreeValue = free, TakenIf = free is false ? false : null };

        // A state that goes on to a further one is not free again.
        return effect.ComparandParameter >= 0 && set is int and not 0 ? null : new LockAct(LockActKind.GiveBack, key, flag);
    }

    private static IOperation? ArgumentOf(IInvocationOperation call, int parameter)
    {
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument.Parameter?.Ordinal == parameter)
                return argument.Value;
        }

        return null;
    }

    /// <summary>The wait ends where it is called: by await, or by blocking.</summary>
    private bool IsAwaited(IOperation call)
    {
        IOperation? at = call.Parent;
        for (; at is IInvocationOperation or IConversionOperation; at = at.Parent)
        {
            if (at is not IInvocationOperation outer)
                continue;
            if (!_known.TryGetEffect(outer.TargetMethod, out MemberEffect effect))
                return false;
            if (effect.IsBlocking)
                return true;
            if (!effect.Is(MemberTraits.SameTask))
                return false;
        }

        return at is IAwaitOperation;
    }
}
