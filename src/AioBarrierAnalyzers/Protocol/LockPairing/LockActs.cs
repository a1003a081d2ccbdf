using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Protocol.LockPairing;

/// <summary>Tells what an operation does to a lock or claim.</summary>
internal sealed class LockActs
{
    private readonly KnownMembers _known;

    public LockActs(KnownMembers known) => _known = known;

    public LockAct? Of(IOperation operation, PairState state) => operation switch
    {
        IInvocationOperation call => OfCall(call, state),
        IPropertyReferenceOperation { Property.Name: "IsHeldByCurrentThread" or "IsHeld" or "IsWriteLockHeld" or "IsReadLockHeld" or "IsUpgradeableReadLockHeld", Instance: { } held } property
            when FamilyOf(property.Property.ContainingType, property.Property.Name) is { } family && Terms.Of(held, state) is { } term =>
            new LockAct(LockActKind.Ask, new LockKey(family, term), held),
        ISimpleAssignmentOperation { Target: IFieldReferenceOperation flag } when Terms.Of(flag, state) is { } term =>
            new LockAct(LockActKind.GiveBack, new LockKey(LockFamily.Claim, term), flag),
        _ => null,
    };

    private LockAct? OfCall(IInvocationOperation call, PairState state)
    {
        IMethodSymbol method = call.TargetMethod;
        if (!_known.TryGetEffect(method, call.Instance?.Type, out MemberEffect effect))
            return null;
        if (method.ContainingType.Name is "Interlocked" or "Volatile")
            return OfAtomic(call, effect, state);
        if (FamilyOf(method.ContainingType, method.Name, call.Instance?.Type) is not { } family)
            return null;
        IOperation? target = method.IsStatic ? (call.Arguments.Length > 0 ? call.Arguments[0].Value : null) : call.Instance;
        if (target is null || Terms.Of(target, state) is not { } term)
            return null;
        var key = new LockKey(family, term);
        LockAct Act(LockActKind kind) => new(kind, key, target, ArgumentOf(call, effect.SuccessParameter));
        switch (effect.Role)
        {
            case MemberRole.LockEnter when method.Name != "EnterScope":
                return Act(LockActKind.Take);
            case MemberRole.LockTryEnter:
                return Act(LockActKind.TryTake);
            case MemberRole.LockExit:
                return Act(LockActKind.GiveBack);
            case MemberRole.Wait when family == LockFamily.Semaphore && method.Name == "WaitAsync" && !IsAwaited(call):
                return Act(LockActKind.Lose);
            case MemberRole.Wait when family is LockFamily.Semaphore or LockFamily.Mutex:
                return Act(effect.Result == AtomicResult.Success ? LockActKind.TryTake : LockActKind.Take);
            case MemberRole.Wake when family == LockFamily.Semaphore && method.Name == "Release":
                return Act(LockActKind.GiveBack);
            case MemberRole.Pure when method.Name == "IsEntered":
                return Act(LockActKind.Ask);
            default:
                return null;
        }
    }

    /// <summary>An exchange of a flag from its free value takes a claim; any other store to it gives it back.</summary>
    private static LockAct? OfAtomic(IInvocationOperation call, MemberEffect effect, PairState state)
    {
        if (effect.Role is not (MemberRole.ReadModifyWrite or MemberRole.Store) || ArgumentOf(call, effect.LocationParameter) is not IFieldReferenceOperation flag ||
            Terms.Of(flag, state) is not { } term)
        {
            return null;
        }

        var key = new LockKey(LockFamily.Claim, term);
        object? Constant(int parameter) => ArgumentOf(call, parameter) is { ConstantValue: { HasValue: true, Value: var value } } ? value : null;
        object? set = Constant(effect.ValueParameter);
        object? free = effect.ComparandParameter >= 0 ? Constant(effect.ComparandParameter) : set switch { 1 => 0, true => false, _ => null };
        return effect.Role == MemberRole.ReadModifyWrite && call.TargetMethod.Name is "Exchange" or "CompareExchange" && set is 1 or true && free is 0 or false
            ? new LockAct(LockActKind.TryTake, key, flag) { FreeValue = free }
            : new LockAct(LockActKind.GiveBack, key, flag);
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
    private static bool IsAwaited(IOperation call)
    {
        IOperation? at = call.Parent;
        while (at is IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "AsTask" or "GetAwaiter" } or IConversionOperation)
            at = at.Parent;
        return at is IAwaitOperation or IInvocationOperation { TargetMethod.Name: "GetResult" or "Wait" };
    }

    private static LockFamily? FamilyOf(INamedTypeSymbol type, string member, ITypeSymbol? receiver = null)
    {
        switch (type.Name)
        {
            case "Monitor":
                return LockFamily.Monitor;
            case "Lock":
                return LockFamily.Lock;
            case "SpinLock":
                return LockFamily.SpinLock;
            case "SemaphoreSlim":
                return LockFamily.Semaphore;
            case "Mutex":
            case "WaitHandle" when receiver?.Name == "Mutex":
                return LockFamily.Mutex;
            case "ReaderWriterLockSlim" or "ReaderWriterLock":
                return member.Contains("Upgrade") ? LockFamily.UpgradeableRead : member.Contains("Read") ? LockFamily.Read : LockFamily.Write;
            default:
                return null;
        }
    }
}
