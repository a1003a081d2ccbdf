using System.Collections.Generic;
using AioBarrierAnalyzers.MemoryModel;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Accesses.Walk;

/// <summary>Emits accesses to what collections contain.</summary>
internal sealed class CollectionEffects
{
    private readonly MemberWalk _walk;

    public CollectionEffects(MemberWalk walk) => _walk = walk;

    /// <summary>Known collections that a call is given to read: a query, a copy, a constructor.</summary>
    public void LookAt(List<Value> arguments, IOperation operation)
    {
        bool? isCounted = null;
        foreach (Value argument in arguments)
        {
            ITypeSymbol? type = argument switch
            {
                Value.Held { Path.Symbol: { } symbol } => PathFactory.TypeOf(symbol),
                Value.Loaded { IsExact: true, Event.Path.Symbol: { } symbol } => PathFactory.TypeOf(symbol),
                _ => null,
            };
            if (type is null || argument.IsFresh)
                continue;
            if (CollectionMembers.Types.Contains(type))
                _walk.Emit(EventKind.Load, MemoryAction.PlainLoad, operation, PathFactory.Content(argument));
            else if (CountedCopies.IsCounted(type) && (isCounted ??= CountedCopies.SourceOf(operation) is not null))
                LookAtShared(argument, operation);
        }
    }

    /// <summary>A thread-safe collection that is copied.</summary>
    private void LookAtShared(Value collection, IOperation operation)
    {
        MemoryEvent look = _walk.Emit(EventKind.Load, MemoryAction.AcquireLoad, operation, PathFactory.Content(collection));
        look.Effect = ConcurrentMembers.Look;
        look.IsConcurrentCollection = true;
        look.IsMarked = true;
    }

    /// <summary>An access to the collection that a member is called on, and what it gives.</summary>
    public Value Access(KnownCall call)
    {
        RunDelegates(call);
        LookAt(call.Arguments, call.Operation);
        if (call.Location is null or Value.Unknown or Value.Constant)
        {
            _walk.Emit(EventKind.Opaque, MemoryAction.Nothing, call.Operation);
            return Value.Unknown.Instance;
        }

        MemoryEvent access = Emit(call, PathFactory.Content(call.Location));
        foreach (IParameterSymbol parameter in call.Method.Parameters)
        {
            // What was found comes from the collection.
            if (parameter.RefKind != RefKind.Out)
                continue;
            Value? given = call.At(parameter.Ordinal);
            if (given is Value.Given { Symbol: ILocalSymbol or IParameterSymbol } found && !_walk.SharedLocals.Contains(found.Symbol))
                _walk.State = _walk.State.With(found.Symbol, ItemOf(access));
            else if (given is Value.Address place)
                _walk.Emit(EventKind.Store, MemoryAction.PlainStore, call.Operation, place.Path).Stored = ItemOf(access);
        }

        return new Value.Loaded(access, isExact: call.Operation.Type?.SpecialType == SpecialType.System_Boolean);
    }

    private static Value ItemOf(MemoryEvent access) => new Value.Derived(varies: false, isChoice: false, new Value.Loaded(access, isExact: false));

    private void RunDelegates(KnownCall call)
    {
        for (int i = 0; i < call.Arguments.Count; i++)
        {
            if (call.Arguments[i] is not Value.Code code)
                continue;

            // A delegate that is an item is kept; one that the member asks for is called before it returns.
            bool isItem = i >= call.Method.Parameters.Length || call.Method.OriginalDefinition.Parameters[i].Type.TypeKind == TypeKind.TypeParameter;
            if (isItem || _walk.Helpers.Inline(code.Body, new List<Value>(), call.Operation) is not { Count: > 0 } run)
                _walk.Deferred.Add(new DeferredCode(code.Body, _walk.State, isStarted: false, isLater: isItem));
            else
                _walk.MeetAt(run);
        }
    }

    private MemoryEvent Emit(KnownCall call, AccessPath path)
    {
        bool isSafe = call.Effect.IsThreadSafe;
        (EventKind kind, MemoryAction action) = call.Effect.Role switch
        {
            MemberRole.CollectionAdd when isSafe => (EventKind.ReadModifyWrite, MemoryAction.Atomic),
            MemberRole.CollectionAdd or MemberRole.CollectionClear => (EventKind.Store, isSafe ? MemoryAction.ReleaseStore : MemoryAction.PlainStore),
            _ => (EventKind.Load, isSafe ? MemoryAction.AcquireLoad : MemoryAction.PlainLoad),
        };
        MemoryEvent access = _walk.Emit(kind, action, call.Operation, path);
        access.Effect = call.Effect;
        if (call.Effect.Role == MemberRole.CollectionAdd)
            access.Handed = call.Arguments;
        access.Key = call.Arguments.Count > 0 ? call.Arguments[0] : null;
        if (call is { Method.Name: "RemoveRange", Arguments.Count: 2 })
            access.Extent = call.Arguments[1];
        access.IsConcurrentCollection = isSafe;
        access.TakesOut = call.Effect.Role == MemberRole.CollectionTake;
        access.IsMarked = isSafe;
        return access;
    }
}
