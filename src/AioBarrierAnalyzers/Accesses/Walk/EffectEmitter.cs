using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.MemoryModel;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Accesses.Walk;

/// <summary>Emits the events of a library member whose effect is known.</summary>
internal sealed class EffectEmitter
{
    private readonly MemberWalk _walk;

    public EffectEmitter(MemberWalk walk) => _walk = walk;

    public List<WalkExit> Emit(MemberEffect effect, IMethodSymbol method, Value? receiver, List<Value> arguments, IOperation operation, bool isCondition)
    {
        Value? At(int parameter) => parameter == MemberEffect.Receiver ? receiver
            : parameter >= 0 && parameter < arguments.Count ? arguments[parameter] : null;

        Value? location = At(effect.LocationParameter);
        Value? value = At(effect.ValueParameter);
        switch (effect.Role)
        {
            case MemberRole.Pure:
                AssumeHeld(method, receiver, arguments);
                return Here(DerivedFrom(receiver, arguments));
            case MemberRole.Load:
                return Here(Load(effect, location, operation));
            case MemberRole.Store:
                if (PathOf(effect, location) is { } stored)
                    Marked(_walk.Emit(EventKind.Store, effect.Action, operation, stored)).Stored = value;
                return Here(Value.Unknown.Instance);
            case MemberRole.ReadModifyWrite:
                return Here(Update(effect, location, value, At(effect.ComparandParameter), operation));
            case MemberRole.Fence:
                _walk.Emit(EventKind.Fence, effect.Action, operation).IsProcessWide = effect.IsProcessWide;
                return Here(Value.Unknown.Instance);
            case MemberRole.LockEnter:
                Lock(effect, location, operation);

                // A scope stands for its lock, which ends with it.
                return Here(method.ReturnsVoid ? Value.Unknown.Instance : value ?? location ?? Value.Unknown.Instance);
            case MemberRole.LockTryEnter:
                return TryLock(effect, location, operation, isCondition);
            case MemberRole.LockExit:
                _walk.Emit(EventKind.LockExit, effect.Action, operation);
                _walk.State = _walk.State.With(LockOf(location) is { } released ? _walk.State.Locks.Remove(released) : _walk.State.Locks.RemoveUnknown());
                return Here(Value.Unknown.Instance);
            case MemberRole.MonitorWait:
            case MemberRole.Wait:
                return Wait(effect, method, location, arguments, operation);
            case MemberRole.Wake:
                Wake(method, location, operation, effect);
                return Here(Value.Unknown.Instance);
            case MemberRole.Start:
                Start(value, location, arguments, operation, effect, method);
                return Here(new Value.Made(method.ReturnType, _walk.Current));
            case MemberRole.Join:
                _walk.Emit(EventKind.Wait, effect.Action, operation);
                return Here(Value.Unknown.Instance);
            case MemberRole.CollectionAdd:
            case MemberRole.CollectionTake:
            case MemberRole.CollectionLook:
            case MemberRole.CollectionClear:
                return Here(Collection(effect, method, location, arguments, operation));
            case MemberRole.BlockCopy:
            case MemberRole.BlockFill:
                Copy(location, value, operation);
                return Here(Value.Unknown.Instance);
            case MemberRole.GiveBack:
                _walk.Emit(EventKind.Opaque, effect.Action, operation).GivenBack = value;
                return Here(Value.Unknown.Instance);
            case MemberRole.RefAlias:
                return Here(Alias(location ?? receiver ?? (arguments.Count > 0 ? arguments[0] : null), arguments, method));
            case MemberRole.Yield:
                _walk.Emit(EventKind.Yield, effect.Action, operation);
                return Here(Value.Unknown.Instance);
            default:
                _walk.Emit(EventKind.Opaque, MemoryAction.Nothing, operation);
                return Here(Value.Unknown.Instance);
        }
    }

    private List<WalkExit> Here(Value value) => new() { new WalkExit(_walk.Current, _walk.State, value) };

    private static MemoryEvent Marked(MemoryEvent @event)
    {
        @event.IsMarked = !@event.Action.IsPlain;
        return @event;
    }

    /// <summary>The location a member works on: what its reference argument refers to, or the state of its receiver.</summary>
    private static AccessPath? PathOf(MemberEffect effect, Value? location) => location switch
    {
        Value.Address address when effect.LocationParameter != MemberEffect.Receiver => address.Path,
        null or Value.Unknown or Value.Constant => null,
        _ when effect.LocationParameter == MemberEffect.Receiver => PathFactory.Content(location),
        Value.Loaded or Value.Held => PathFactory.Pointee(location),
        Value.Given given when IsPointer(given) => PathFactory.Pointee(given),
        _ => null,
    };

    private static Value DerivedFrom(Value? receiver, List<Value> arguments)
    {
        var from = new List<Value>(arguments);
        if (receiver is not null)
            from.Add(receiver);
        return from.Count == 0 ? Value.Unknown.Instance : new Value.Derived(varies: false, isChoice: false, from.ToArray());
    }

    private Value Load(MemberEffect effect, Value? location, IOperation operation)
    {
        if (PathOf(effect, location) is not { } path)
        {
            // A captured local by reference: still the local's value.
            return location is Value.Given { Symbol: ILocalSymbol or IParameterSymbol } local
                ? _walk.Places.Load(Place.OfLocal(local.Symbol), operation)
                : Value.Unknown.Instance;
        }

        MemoryEvent load = Marked(_walk.Emit(EventKind.Load, effect.Action, operation, path));
        return new Value.Loaded(load);
    }

    private Value Update(MemberEffect effect, Value? location, Value? value, Value? comparand, IOperation operation)
    {
        MemoryEvent update = Marked(_walk.Emit(EventKind.ReadModifyWrite, effect.Action, operation, PathOf(effect, location)));
        update.Stored = value;
        update.Comparand = comparand;
        update.Delta = effect.Delta;
        return effect.Result switch
        {
            AtomicResult.OldValue => new Value.Loaded(update),
            AtomicResult.None => Value.Unknown.Instance,
            _ => new Value.Loaded(update, isExact: false),
        };
    }

    /// <summary>Takes a lock whose statement has no events of its own (see <see cref="BareLocks"/>).</summary>
    public void LockBare(Value taken, IOperation operation)
    {
        Lock(Effects.Enter(), taken, operation);
        _walk.BareLocks.Open(operation.Syntax, LockOf(taken));
    }

    private void Lock(MemberEffect effect, Value? location, IOperation operation)
    {
        _walk.Emit(EventKind.LockEnter, effect.Action, operation);
        LockSet held = _walk.State.Locks;
        _walk.State = _walk.State.With(LockOf(location) is { } taken ? held.Add(taken, effect.IsSharedLock, effect.IsUpgradeableLock) : held.AddUnknown());
    }

    /// <summary>Who asks whether it holds a lock expects its callers to.</summary>
    private void AssumeHeld(IMethodSymbol method, Value? receiver, List<Value> arguments)
    {
        bool asks = method.Name is "IsEntered" or "get_IsHeldByCurrentThread" or "get_IsWriteLockHeld" or "get_IsReadLockHeld" or "get_IsUpgradeableReadLockHeld";
        if (asks && LockOf(method.IsStatic ? arguments[0] : receiver) is { } held && _walk.State.Locks.Find(held) is null)
            _walk.State = _walk.State.With(_walk.State.Locks.Add(held, isShared: method.Name is "get_IsReadLockHeld"));
    }

    /// <summary>Known collections that a call is given to read: a query, a copy, a constructor.</summary>
    public void LookAtCollections(List<Value> arguments, IOperation operation)
    {
        foreach (Value argument in arguments)
        {
            ITypeSymbol? type = argument switch
            {
                Value.Held { Path.Symbol: { } symbol } => TypeOf(symbol),
                Value.Loaded { IsExact: true, Event.Path.Symbol: { } symbol } => TypeOf(symbol),
                _ => null,
            };
            if (type is not null && !argument.IsFresh && CollectionMembers.IsPlain(type))
                _walk.Emit(EventKind.Load, MemoryAction.PlainLoad, operation, PathFactory.Content(argument));
        }
    }

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        _ => null,
    };

    private List<WalkExit> TryLock(MemberEffect effect, Value? location, IOperation operation, bool isCondition)
    {
        if (!isCondition)
        {
            // Not branched on here: taken as held, which is what the code that follows goes by when it matters.
            Lock(effect, location, operation);
            return Here(Value.Unknown.Instance);
        }

        FlowState before = _walk.State;
        int from = _walk.Current;
        Lock(effect, location, operation);
        var taken = new WalkExit(_walk.Current, _walk.State, new Value.Constant(true));
        _walk.Current = from;
        _walk.State = before;
        _walk.Advance();
        return new List<WalkExit> { taken, new(_walk.Current, before, new Value.Constant(false)) };
    }

    private List<WalkExit> Wait(MemberEffect effect, IMethodSymbol method, Value? location, List<Value> arguments, IOperation operation)
    {
        foreach (Value argument in arguments)
        {
            if (argument is Value.Code code)
                _walk.Deferred.Add(new DeferredCode(code.Body, _walk.State, isStarted: false));
        }

        MemoryEvent wait = _walk.Emit(EventKind.Wait, effect.Action, operation);
        wait.Path = location is null or Value.Unknown ? null : PathFactory.Content(location);

        // A semaphore or mutex may be a lock; where it is not, no other side holds it, and nothing comes of it.
        if (effect.Role == MemberRole.Wait && method.ContainingType.Name is "SemaphoreSlim" or "Semaphore" or "Mutex" or "WaitHandle" && LockOf(location) is { } taken)
            _walk.State = _walk.State.With(_walk.State.Locks.Add(taken, isShared: false));
        return Here(Value.Unknown.Instance);
    }

    private void Wake(IMethodSymbol method, Value? location, IOperation operation, MemberEffect effect)
    {
        MemoryEvent wake = _walk.Emit(EventKind.Wake, effect.Action, operation);
        wake.Path = location is null or Value.Unknown ? null : PathFactory.Content(location);
        if (method.Name is "Release" or "ReleaseMutex" && LockOf(location) is { } released)
            _walk.State = _walk.State.With(_walk.State.Locks.Remove(released));
    }

    private void Start(Value? code, Value? location, List<Value> arguments, IOperation operation, MemberEffect effect, IMethodSymbol method)
    {
        MemoryEvent start = _walk.Emit(EventKind.Start, effect.Action, operation);
        bool isRepeated = IsRepeated(method, arguments);
        if (IsOnlyMade(effect, method, arguments))
            _walk.Prepare(code);
        else
            _walk.HandOver(start, code ?? location, code is null, arguments);

        // What is posted to a context runs on that context's thread, which may be this one.
        if (code is Value.Code known)
        {
            // A parallel loop is over before its caller gives its locks back.
            bool isLater = method.ContainingType.Name is not ("Parallel" or "SynchronizationContext") || (_walk.State.Locks.IsEmpty && !_walk.State.Locks.HasUnknown);
            _walk.Deferred.Add(new DeferredCode(known.Body, _walk.State, isStarted: method.ContainingType.Name != "SynchronizationContext", isRepeated, isLater));
        }
    }

    /// <summary>The object that will run the code, not started yet: a thread, a task, or a timer that is not due.</summary>
    private static bool IsOnlyMade(MemberEffect effect, IMethodSymbol method, List<Value> arguments) => method.MethodKind == MethodKind.Constructor &&
        (effect.Action == MemoryAction.Nothing || method.Parameters.Length == 1 || (arguments.Count == 4 && IsInfinite(arguments[2])));

    private static bool IsInfinite(Value time) => Conditions.AsNumber(time) is -1 or uint.MaxValue || time is Value.Held { Path.Symbol.Name: "InfiniteTimeSpan" };

    /// <summary>A timer with a period, or a parallel loop. A period is infinite as -1 or by name.</summary>
    private static bool IsRepeated(IMethodSymbol method, List<Value> arguments) =>
        method.ContainingType.Name == "Parallel" ||
        (method.ContainingType.Name == "Timer" && arguments.Count == 4 && !(Conditions.AsNumber(arguments[3]) is -1 or 0 or uint.MaxValue) &&
            arguments[3] is not Value.Held { Path.Symbol.Name: "InfiniteTimeSpan" or "Zero" });

    private Value Collection(MemberEffect effect, IMethodSymbol method, Value? location, List<Value> arguments, IOperation operation)
    {
        for (int i = 0; i < arguments.Count; i++)
        {
            if (arguments[i] is not Value.Code code)
                continue;

            // A delegate that is an item is kept; one that the member asks for is called before it returns.
            bool isItem = i >= method.Parameters.Length || method.OriginalDefinition.Parameters[i].Type.TypeKind == TypeKind.TypeParameter;
            if (isItem || _walk.Calls.Inline(code.Body, new List<Value>(), operation) is not { Count: > 0 } run)
                _walk.Deferred.Add(new DeferredCode(code.Body, _walk.State, isStarted: false, isLater: isItem));
            else
                _walk.MeetAt(run);
        }

        LookAtCollections(arguments, operation);
        if (location is null or Value.Unknown or Value.Constant)
        {
            _walk.Emit(EventKind.Opaque, MemoryAction.Nothing, operation);
            return Value.Unknown.Instance;
        }

        AccessPath path = PathFactory.Content(location);
        MemoryEvent access = effect.Role switch
        {
            MemberRole.CollectionAdd when effect.IsThreadSafe => _walk.Emit(EventKind.ReadModifyWrite, MemoryAction.Atomic, operation, path),
            MemberRole.CollectionAdd or MemberRole.CollectionClear =>
                _walk.Emit(EventKind.Store, effect.IsThreadSafe ? MemoryAction.ReleaseStore : MemoryAction.PlainStore, operation, path),
            _ => _walk.Emit(EventKind.Load, effect.IsThreadSafe ? MemoryAction.AcquireLoad : MemoryAction.PlainLoad, operation, path),
        };
        if (effect.Role == MemberRole.CollectionAdd)
            access.Handed = arguments;
        access.IsConcurrentCollection = effect.IsThreadSafe;
        access.TakesOut = effect.Role == MemberRole.CollectionTake;
        access.IsMarked = effect.IsThreadSafe;
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            // What was found comes from the collection.
            if (parameter.RefKind == RefKind.Out && arguments[parameter.Ordinal] is Value.Given { Symbol: ILocalSymbol or IParameterSymbol } found && !_walk.SharedLocals.Contains(found.Symbol))
                _walk.State = _walk.State.With(found.Symbol, new Value.Derived(varies: false, isChoice: false, new Value.Loaded(access, isExact: false)));
        }

        return new Value.Loaded(access, isExact: operation.Type?.SpecialType == SpecialType.System_Boolean);
    }

    private void Copy(Value? target, Value? source, IOperation operation)
    {
        if (RangeOf(source) is { } read)
            _walk.Emit(EventKind.Load, MemoryAction.PlainLoad, operation, read).IsBulk = true;
        if (RangeOf(target) is { } written)
            _walk.Emit(EventKind.Store, MemoryAction.PlainStore, operation, written).IsBulk = true;
    }

    private static AccessPath? RangeOf(Value? value) => value switch
    {
        Value.Address address => address.Path,
        Value.Held or Value.Loaded { IsExact: true } => PathFactory.Element(value, null),
        _ => null,
    };

    private static Value Alias(Value? of, List<Value> arguments, IMethodSymbol method)
    {
        Value? index = arguments.Count > 0 && !ReferenceEquals(arguments[arguments.Count - 1], of) ? arguments[arguments.Count - 1] : null;
        if (of is Value.Address { Path.Step: LocationKind.Pointee } || (of is not null && IsPointer(of)))
            return AliasOfPointer(of, arguments, method);
        return of switch
        {
            Value.Address address => index is null
                ? address
                : new Value.Address(new AccessPath(address.Path.Base, address.Path.Step, address.Path.Symbol, index, address.Path.Location)),
            Value.Held { Path.Location.ThroughPointer: true } or Value.Loaded { Event.Location.ThroughPointer: true } => new Value.Address(PathFactory.Pointee(of, index)),
            Value.Held or Value.Loaded { IsExact: true } or Value.Given => new Value.Address(PathFactory.Element(of, index)),
            _ => Value.Unknown.Instance,
        };
    }

    /// <summary>The offset is the argument behind the pointer; a span may also end earlier, and what is left says how far its elements reach.</summary>
    private static Value AliasOfPointer(Value of, List<Value> arguments, IMethodSymbol method)
    {
        List<Value> others = arguments.Where(a => !ReferenceEquals(a, of)).ToList();
        bool isBytes = method.Name.EndsWith("ByteOffset", System.StringComparison.Ordinal);
        ITypeSymbol? element = method.TypeArguments.Length > 0 ? method.TypeArguments[method.TypeArguments.Length - 1] : method.ContainingType.TypeArguments.FirstOrDefault();
        long size = isBytes ? 1 : PointerOffsets.SizeOf(element);
        if (method.MethodKind == MethodKind.Constructor || method.Name.StartsWith("Create", System.StringComparison.Ordinal))
            return new Value.Address(PathFactory.Moved(of, others.Count > 0 ? new Value.Derived(varies: false, isChoice: false, others.ToArray()) : null, 1));
        if (others.Count == 0)
            return new Value.Address(PathFactory.Moved(of, null, 1));
        Value by = others.Count == 1 ? others[0] : new Value.Derived(varies: false, isChoice: false, others.ToArray()) { Addend = PointerOffsets.AddendOf(others[0]) };
        if (method.Name.StartsWith("Subtract", System.StringComparison.Ordinal))
            by = Conditions.AsNumber(by) is { } back ? new Value.Constant(-back) : new Value.Derived(varies: false, isChoice: false, by);
        return new Value.Address(PathFactory.Moved(of, by, size));
    }

    private static bool IsPointer(Value value) => value switch
    {
        Value.Held held => held.Path.Symbol is IFieldSymbol { Type: IPointerTypeSymbol },
        Value.Loaded { IsExact: true } loaded => loaded.Event.Operation.Type is IPointerTypeSymbol,
        Value.Given given => given.Symbol is IParameterSymbol { Type: IPointerTypeSymbol },
        _ => false,
    };

    /// <summary>An object of a type in the source is a lock by itself, however it is reached; any other by the location that holds it.</summary>
    private static MemoryLocation? LockOf(Value? value)
    {
        ITypeSymbol? type = value switch
        {
            Value.Given { Symbol: INamedTypeSymbol receiver } => receiver,
            Value.Given { Symbol: IParameterSymbol parameter } => parameter.Type,
            Value.Made made => made.Type,
            Value.Loaded { IsExact: true } loaded => loaded.Event.Operation.Type,
            Value.Held { Path.Symbol: { } holder } => TypeOf(holder),
            _ => null,
        };
        return type is INamedTypeSymbol { IsReferenceType: true } named && named.Locations.Any(l => l.IsInSource)
            ? new MemoryLocation(LocationKind.This, named, null)
            : PathFactory.HolderOf(value);
    }
}
