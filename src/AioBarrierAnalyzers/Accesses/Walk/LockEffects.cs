using System.Linq;
using AioBarrierAnalyzers.MemoryModel;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Accesses.Walk;

/// <summary>Emits the taking and giving back of locks, and the waits and wake-ups of which some are locks too; keeps the lock set.</summary>
internal sealed class LockEffects
{
    private readonly MemberWalk _walk;

    public LockEffects(MemberWalk walk) => _walk = walk;

    /// <summary>Takes a lock; what it gives is the scope, if the member returns one.</summary>
    public Value Enter(KnownCall call)
    {
        Take(call);

        // A scope stands for its lock, which ends with it.
        return call.Method.ReturnsVoid ? Value.Unknown.Instance : call.Value ?? call.Location ?? Value.Unknown.Instance;
    }

    /// <summary>Takes a lock whose statement has no events of its own (see <see cref="BareLocks"/>).</summary>
    public void EnterBare(Value taken, IOperation statement)
    {
        MemoryLocation? @lock = LockOf(taken, (statement as ILockOperation)?.LockedValue.Type);
        Take(_walk.Emit(EventKind.LockEnter, MemoryAction.LockEnter, statement), @lock);
        _walk.BareLocks.Open(statement.Syntax, @lock);
    }

    /// <summary>Takes a lock or does not: where the call is branched on, each way on its own.</summary>
    public WalkExits TryEnter(KnownCall call, bool isCondition)
    {
        if (!isCondition)
        {
            // Not branched on here: taken as held, which is what the code that follows goes by when it matters.
            Take(call);
            return new WalkExits(new WalkExit(_walk.Current, _walk.State, Value.Unknown.Instance));
        }

        FlowState before = _walk.State;
        int from = _walk.Current;
        Take(call);
        var exits = new WalkExits(new WalkExit(_walk.Current, _walk.State, new Value.Constant(true)));
        _walk.Current = from;
        _walk.State = before;
        _walk.Advance();
        exits.Add(new WalkExit(_walk.Current, before, new Value.Constant(false)));
        return exits;
    }

    public void Exit(KnownCall call)
    {
        _walk.Emit(EventKind.LockExit, call);
        LockSet held = _walk.State.Locks;
        _walk.State = _walk.State.With(LockOf(call) is { } released ? held.Remove(released) : held.RemoveUnknown());
    }

    /// <summary>Who asks whether it holds a lock expects its callers to.</summary>
    public void AssumeHeld(KnownCall call)
    {
        if (LockOf(call) is { } held && _walk.State.Locks.Find(held) is null)
            _walk.State = _walk.State.With(_walk.State.Locks.Add(held, call.Effect.IsSharedLock, call.Effect.IsUpgradeableLock));
    }

    public void Wait(KnownCall call)
    {
        foreach (Value.Code code in call.Arguments.OfType<Value.Code>())
            _walk.Deferred.Add(new DeferredCode(code.Body, _walk.State, isStarted: false));

        _walk.Emit(EventKind.Wait, call, ContentOf(call.Location));

        // A semaphore or mutex may be a lock; where it is not, no other side holds it, and nothing comes of it.
        if (call.Effect.Is(MemberTraits.Permit) && LockOf(call) is { } taken)
            _walk.State = _walk.State.With(_walk.State.Locks.Add(taken, isShared: false));
    }

    public void Wake(KnownCall call)
    {
        _walk.Emit(EventKind.Wake, call, ContentOf(call.Location));
        if (call.Effect.Is(MemberTraits.Permit) && LockOf(call) is { } released)
            _walk.State = _walk.State.With(_walk.State.Locks.Remove(released));
    }

    private static AccessPath? ContentOf(Value? location) => location is null or Value.Unknown ? null : PathFactory.Content(location);

    private void Take(KnownCall call) => Take(_walk.Emit(EventKind.LockEnter, call), LockOf(call));

    private void Take(MemoryEvent enter, MemoryLocation? taken)
    {
        LockSet held = _walk.State.Locks;
        _walk.State = _walk.State.With(taken is null ? held.AddUnknown() : held.Add(taken, enter.Effect.IsSharedLock, enter.Effect.IsUpgradeableLock));
    }

    private MemoryLocation? LockOf(KnownCall call) => LockOf(call.Location, TypeOf(call));

    /// <summary>The type of the object itself, where that is the lock and is known by no field.</summary>
    private ITypeSymbol? TypeOf(KnownCall call)
    {
        // Of a lock statement the compiler shows a call that is given a mere object.
        bool isItself = call.Operation.Syntax.FirstAncestorOrSelf<StatementSyntax>() is LockStatementSyntax section
            ? section.Expression is ThisExpressionSyntax
            : call.Operation is IInvocationOperation invocation && invocation.Arguments.Any(
                a => a.Parameter?.Ordinal == call.Effect.LocationParameter && WithoutConversion(a.Value) is IInstanceReferenceOperation);
        return isItself ? _walk.Activation.Frame.Method.ContainingType : null;
    }

    private static IOperation WithoutConversion(IOperation operation) =>
        operation is IConversionOperation { OperatorMethod: null } conversion ? WithoutConversion(conversion.Operand) : operation;

    /// <summary>An object of a type in the source is a lock by itself, however it is reached; any other by the location that holds it.</summary>
    private static MemoryLocation? LockOf(Value? value, ITypeSymbol? written)
    {
        ITypeSymbol? type = value switch
        {
            Value.Given { Symbol: INamedTypeSymbol receiver } => receiver,
            Value.Given { Symbol: IParameterSymbol parameter } => parameter.Type,
            Value.Made made => made.Type,
            Value.Loaded { IsExact: true } loaded => loaded.Event.Operation.Type,
            Value.Held { Path.Symbol: { } holder } => PathFactory.TypeOf(holder),
            _ => null,
        };
        return (OwnTypeOf(type) ?? OwnTypeOf(written)) is { } own ? new MemoryLocation(LocationKind.This, own, null) : PathFactory.HolderOf(value);
    }

    private static INamedTypeSymbol? OwnTypeOf(ITypeSymbol? type) =>
        type is INamedTypeSymbol { IsReferenceType: true } named && named.Locations.Any(l => l.IsInSource) ? named : null;
}
