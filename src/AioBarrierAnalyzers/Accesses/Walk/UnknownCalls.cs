using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.MemoryModel;
using AioBarrierAnalyzers.Options;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Accesses.Walk;

/// <summary>Emits what a call of unknown code may do to what it is given.</summary>
internal sealed class UnknownCalls
{
    private readonly MemberWalk _walk;

    public UnknownCalls(MemberWalk walk) => _walk = walk;

    /// <summary>A call of which nothing is known, and the value that it gives. Arrays given to it may be read there.</summary>
    public Value Evaluate(IMethodSymbol method, Value? receiver, List<Value> arguments, IOperation operation)
    {
        if (_walk.Context.Options.WaiterCheckNames.Name(method))
            return new Value.Loaded(
                _walk.Emit(EventKind.Load, MemoryAction.PlainLoad, operation, PathFactory.Field(method.AssociatedSymbol ?? method, receiver)));
        bool isSource = _walk.Context.IsInSource(method);
        if (!isSource && LibraryTypes.RunDelegatesAtOnce.Contains(method.ContainingType))
        {
            foreach (Value.Code code in arguments.OfType<Value.Code>())
            {
                if (_walk.Helpers.Inline(code.Body, new List<Value>(), operation) is { Count: > 0 } exits)
                    _walk.Current = exits[exits.Count - 1].Node;
            }
        }
        else
        {
            DeferLambdas(arguments);
        }

        for (int i = 0; i < arguments.Count && i < method.Parameters.Length; i++)
        {
            if (!isSource && !arguments[i].IsFresh && method.Parameters[i].Type is IArrayTypeSymbol &&
                arguments[i] is Value.Held or Value.Loaded { IsExact: true })
            {
                MemoryEvent read = _walk.Emit(EventKind.Load, MemoryAction.PlainLoad, operation, PathFactory.Element(arguments[i], null));
                read.IsBulk = true;
                read.Extent = From(arguments, receiver: null);
            }
        }

        if (arguments.Count > 0 && GiveBackMembers.IsImported(method))
        {
            _walk.Emit(EventKind.Opaque, MemoryAction.Nothing, operation).GivenBack = arguments[0];
            return Value.Unknown.Instance;
        }

        if (!isSource)
            _walk.Calls.LookAtCollections(arguments, operation);
        if (isSource ? AsyncLocks.IsNamedAsScope(method) : AsyncLocks.IsNamedAsLock(method))
            _walk.State = _walk.State.With(_walk.State.Locks.AddUnknown());
        bool isOverridable = isSource && (method.IsVirtual || method.IsAbstract || method.IsOverride || method.ContainingType.TypeKind == TypeKind.Interface);
        if (isOverridable)
            ReadThroughReferences(method, arguments, operation);
        if (isOverridable || !isSource)
            ReadThroughSpans(method, arguments, operation);
        MemoryEvent done = _walk.Emit(isOverridable ? EventKind.Invoke : EventKind.Opaque, MemoryAction.Nothing, operation);
        if (method is { Name: "Dispose" or "DisposeAsync", Parameters.IsEmpty: true })
            done.Disposed = receiver;
        Value result = From(arguments, receiver);
        if (ClockMembers.IsRead(operation))
            result = new Value.Derived(result);
        for (int i = 0; i < arguments.Count && i < method.Parameters.Length; i++)
        {
            if (arguments[i] is Value.Address given && method.Parameters[i].RefKind == RefKind.Out)
                _walk.Emit(EventKind.Store, MemoryAction.PlainStore, operation, given.Path).Stored = result;
        }

        return result;
    }

    /// <summary>What a call gives that may be worked out from what it is given.</summary>
    private static Value From(List<Value> arguments, Value? receiver)
    {
        int count = receiver is null ? 0 : 1;
        foreach (Value argument in arguments)
            count += argument is Value.Constant ? 0 : 1;
        if (count == 0)
            return Value.Unknown.Instance;
        var from = new Value[count];
        int at = 0;
        foreach (Value argument in arguments)
        {
            if (argument is not Value.Constant)
                from[at++] = argument;
        }

        if (receiver is not null)
            from[at] = receiver;
        return new Value.Derived(varies: true, isChoice: false, from);
    }

    /// <summary>A call of a delegate that is not known.</summary>
    public Value Invoke(IMethodSymbol method, List<Value> arguments, IOperation operation)
    {
        ReadThroughReferences(method, arguments, operation);
        ReadThroughSpans(method, arguments, operation);
        StoreThroughReferences(method, arguments, operation);
        _walk.Emit(EventKind.Invoke, MemoryAction.Nothing, operation);
        return Value.Unknown.Instance;
    }

    /// <summary>Lambdas that somebody else may run, at any time.</summary>
    public void DeferLambdas(List<Value> arguments)
    {
        foreach (Value argument in arguments)
        {
            if (argument is Value.Code code)
                _walk.Deferred.Add(new DeferredCode(code.Body, _walk.State, isStarted: false));
        }
    }

    /// <summary>What unknown code is given to look at, and no more, it reads there and then.</summary>
    private void ReadThroughReferences(IMethodSymbol method, List<Value> arguments, IOperation operation)
    {
        for (int i = 0; i < arguments.Count && i < method.Parameters.Length; i++)
        {
            if (method.Parameters[i].RefKind != RefKind.In)
                continue;
            if (arguments[i] is Value.Address { IsFresh: false } given)
                _walk.Emit(EventKind.Load, MemoryAction.PlainLoad, operation, given.Path).IsBulk = true;
            else if (arguments[i] is Value.Given { Symbol: ILocalSymbol local } && _walk.State.Values.TryGetValue(local, out Value? copy))
                _walk.Use(copy);
        }
    }

    /// <summary>The elements of an array of which unknown code is given a span that it may only read, and cannot keep, are read there and then.</summary>
    private void ReadThroughSpans(IMethodSymbol method, List<Value> arguments, IOperation operation)
    {
        for (int i = 0; i < arguments.Count && i < method.Parameters.Length; i++)
        {
            if (arguments[i] is not Value.Address { IsFresh: false, Path: { Step: LocationKind.Element, Base: { } array } given } ||
                !LibraryTypes.ReadOnlySpans.Contains(method.Parameters[i].Type))
            {
                continue;
            }

            MemoryEvent read = _walk.Emit(EventKind.Load, MemoryAction.PlainLoad, operation, PathFactory.Element(array, null));
            read.IsBulk = true;
            read.Extent = given.Index;
        }
    }

    /// <summary>What is given to unknown code by reference is stored to there, as far as can be told.</summary>
    private void StoreThroughReferences(IMethodSymbol method, List<Value> arguments, IOperation operation)
    {
        for (int i = 0; i < arguments.Count && i < method.Parameters.Length; i++)
        {
            if (arguments[i] is Value.Address given && method.Parameters[i].RefKind is (RefKind.Ref or RefKind.Out))
                _walk.Emit(EventKind.Store, MemoryAction.PlainStore, operation, given.Path).IsBulk = true;
        }
    }
}
