using System.Collections.Generic;
using AioBarrierAnalyzers.MemoryModel;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Accesses.Walk;

/// <summary>Emits the events of a library member whose effect is known, and gives what it returns.</summary>
internal sealed class EffectEmitter
{
    private readonly MemberWalk _walk;
    private readonly LockEffects _locks;
    private readonly CollectionEffects _collections;
    private readonly StartEffects _starts;

    public EffectEmitter(MemberWalk walk)
    {
        _walk = walk;
        _locks = new LockEffects(walk);
        _collections = new CollectionEffects(walk);
        _starts = new StartEffects(walk);
    }

    /// <summary>The places where the call ends: more than one only of a lock that may not be taken.</summary>
    /// <param name="call">The member and what it is given.</param>
    /// <param name="isCondition">What the call gives is branched on at once.</param>
    public WalkExits Emit(KnownCall call, bool isCondition) => call.Effect.Role == MemberRole.LockTryEnter
        ? _locks.TryEnter(call, isCondition)
        : new WalkExits(ExitWith(Evaluate(call)));

    /// <inheritdoc cref="LockEffects.EnterBare"/>
    public void EnterBare(Value taken, IOperation statement) => _locks.EnterBare(taken, statement);

    /// <inheritdoc cref="CollectionEffects.LookAt"/>
    public void LookAtCollections(List<Value> arguments, IOperation operation) => _collections.LookAt(arguments, operation);

    private Value Evaluate(KnownCall call)
    {
        switch (call.Effect.Role)
        {
            case MemberRole.Pure:
                // A completion source, its task and what is awaited are views of one state.
                bool isView = call.Effect.Is(MemberTraits.Promise) || call.Effect.Is(MemberTraits.SameTask);
                return isView && call.Receiver is { } source ? source : DerivedFrom(call);
            case MemberRole.Load:
                return Load(call);
            case MemberRole.Store:
                if (PathOf(call) is { } stored)
                    _walk.Emit(EventKind.Store, call, stored).Stored = call.Value;
                return Value.Unknown.Instance;
            case MemberRole.ReadModifyWrite:
                return Update(call);
            case MemberRole.Fence:
                _walk.Emit(EventKind.Fence, call).IsProcessWide = call.Effect.IsProcessWide;
                return Value.Unknown.Instance;
            case MemberRole.LockEnter:
                return _locks.Enter(call);
            case MemberRole.LockExit:
                _locks.Exit(call);
                return Value.Unknown.Instance;
            case MemberRole.LockQuestion:
                _locks.AssumeHeld(call);
                return DerivedFrom(call);
            case MemberRole.MonitorWait:
            case MemberRole.Wait:
                return call.Value is Value.Code condition ? WaitFor(condition, call) : WaitPlainly(call);
            case MemberRole.Wake:
                _locks.Wake(call);
                return Value.Unknown.Instance;
            case MemberRole.Start:
                _starts.Start(call);
                return new Value.Made(call.Method.ReturnType, _walk.Current);
            case MemberRole.Join:
                _walk.Emit(EventKind.Wait, call);
                return Value.Unknown.Instance;
            case MemberRole.TakeBack:
                _walk.Emit(EventKind.Opaque, call);
                return Value.Unknown.Instance;
            case MemberRole.CollectionAdd:
            case MemberRole.CollectionTake:
            case MemberRole.CollectionLook:
            case MemberRole.CollectionClear:
                return _collections.Access(call);
            case MemberRole.BlockCopy:
            case MemberRole.BlockFill:
                Copy(call);
                return Value.Unknown.Instance;
            case MemberRole.Allocate:
                call.Arguments.ForEach(_walk.Use);
                _walk.Emit(EventKind.Opaque, call).GivenBack = call.Value;
                return new Value.Made(call.Method.ReturnType, _walk.Current);
            case MemberRole.GiveBack:
                _walk.Emit(EventKind.Opaque, call).GivenBack = call.Value;
                return Value.Unknown.Instance;
            case MemberRole.RefAlias:
                return AliasEffects.Of(call);
            case MemberRole.Yield:
                _walk.Emit(EventKind.Yield, call);
                return Value.Unknown.Instance;
            default:
                _walk.Emit(EventKind.Opaque, MemoryAction.Nothing, call.Operation);
                return Value.Unknown.Instance;
        }
    }

    private Value WaitPlainly(KnownCall call)
    {
        _locks.Wait(call);
        return Value.Unknown.Instance;
    }

    /// <summary>The condition is asked until it holds or the time is over: what it gave last is the answer.</summary>
    private Value WaitFor(Value.Code condition, KnownCall call)
    {
        int round = _walk.Advance().Index;
        if (_walk.Helpers.Inline(condition.Body, new List<Value>(), call.Operation) is not { Count: > 0 } asked)
            return WaitPlainly(call);
        _walk.MeetAt(asked);
        Value answer = asked.Joined();
        if (call.Method.ReturnsVoid)
            GoOnWith(answer, round, call);
        _walk.Emit(EventKind.Wait, call);
        return answer;
    }

    /// <summary>Goes on where the condition holds; where it does not, it is called once more.</summary>
    private void GoOnWith(Value condition, int round, KnownCall call)
    {
        GraphNode branch = _walk.Advance();
        branch.Condition = condition;
        int next = _walk.Advance().Index;
        _walk.Current = branch.Index;
        _walk.Advance();
        _walk.Emit(EventKind.Opaque, MemoryAction.Nothing, call.Operation);
        _walk.Graph.Link(_walk.Current, round);
        _walk.Current = next;
    }

    private WalkExit ExitWith(Value value) => new(_walk.Current, _walk.State, value);

    /// <summary>The location a member works on: what its reference argument refers to, or the state of its receiver.</summary>
    private static AccessPath? PathOf(KnownCall call) => call.Location switch
    {
        Value.Address address when call.Effect.LocationParameter != MemberEffect.Receiver => address.Path,
        null or Value.Unknown or Value.Constant => null,
        var location when call.Effect.LocationParameter == MemberEffect.Receiver => PathFactory.Content(location),
        Value.Loaded or Value.Held => PathFactory.Pointee(call.Location),
        Value.Given given when AliasEffects.IsPointer(given) => PathFactory.Pointee(given),
        _ => null,
    };

    private static Value DerivedFrom(KnownCall call)
    {
        int count = call.Arguments.Count;
        if (count == 0 && call.Receiver is null)
            return Value.Unknown.Instance;
        var from = new Value[call.Receiver is null ? count : count + 1];
        call.Arguments.CopyTo(from);
        if (call.Receiver is not null)
            from[count] = call.Receiver;
        return new Value.Derived(varies: false, isChoice: false, from);
    }

    private Value Load(KnownCall call)
    {
        if (PathOf(call) is not { } path)
        {
            // A captured local by reference: still the local's value.
            return call.Location is Value.Given { Symbol: ILocalSymbol or IParameterSymbol } local
                ? _walk.Places.Load(Place.OfLocal(local.Symbol), call.Operation)
                : Value.Unknown.Instance;
        }

        return new Value.Loaded(_walk.Emit(EventKind.Load, call, path));
    }

    private Value Update(KnownCall call)
    {
        MemoryEvent update = _walk.Emit(EventKind.ReadModifyWrite, call, PathOf(call));
        update.Stored = call.Value;
        update.Comparand = call.At(call.Effect.ComparandParameter);
        update.Delta = call.Effect.Delta;
        return call.Effect.Result switch
        {
            AtomicResult.OldValue => new Value.Loaded(update),
            AtomicResult.None => Value.Unknown.Instance,
            _ => new Value.Loaded(update, isExact: false),
        };
    }

    private void Copy(KnownCall call)
    {
        if (RangeOf(call.Value) is { } read)
        {
            MemoryEvent load = _walk.Emit(EventKind.Load, MemoryAction.PlainLoad, call.Operation, read);
            load.IsBulk = true;
            load.Extent = read.Index ?? DerivedFrom(call);
        }

        if (RangeOf(call.Location) is { } written)
            _walk.Emit(EventKind.Store, MemoryAction.PlainStore, call.Operation, written).IsBulk = true;
    }

    private static AccessPath? RangeOf(Value? value) => value switch
    {
        Value.Address address => address.Path,
        Value.Held or Value.Made or Value.Loaded { IsExact: true } => PathFactory.Element(value, null),
        _ => null,
    };
}
