using System;
using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.WellKnown;

/// <summary>
/// The library members that matter to memory ordering, for one compilation. Everything is optional: a member that the compilation does not have is simply never
/// asked about. Types are matched by name and namespace and not by identity, so a polyfill in the source counts as what it stands for. Safe for use by many
/// threads.
/// </summary>
internal sealed class KnownMembers
{
    private readonly ConcurrentDictionary<IMethodSymbol, MemberEffect> _effects = new(SymbolEqualityComparer.Default);
    private readonly Lazy<AvailableMembers> _available;

    internal KnownMembers(Compilation compilation) => _available = new Lazy<AvailableMembers>(() => new AvailableMembers(compilation));

    /// <inheritdoc cref="AvailableMembers.ReadBarrier"/>
    internal bool HasReadBarrier => _available.Value.ReadBarrier;

    /// <inheritdoc cref="AvailableMembers.WriteBarrier"/>
    internal bool HasWriteBarrier => _available.Value.WriteBarrier;

    /// <inheritdoc cref="AvailableMembers.GenericExchange"/>
    internal bool HasGenericExchange => _available.Value.GenericExchange;

    /// <inheritdoc cref="AvailableMembers.InterlockedMemoryBarrier"/>
    internal bool HasInterlockedMemoryBarrier => _available.Value.InterlockedMemoryBarrier;

    /// <inheritdoc cref="AvailableMembers.Volatile"/>
    internal bool HasVolatile => _available.Value.Volatile;

    /// <inheritdoc cref="AvailableMembers.InterlockedAndOr"/>
    internal bool HasInterlockedAndOr => _available.Value.InterlockedAndOr;

    /// <summary>Whether <c>Interlocked.Exchange</c> and <c>CompareExchange</c> take a location of this type.</summary>
    internal bool HasExchangeOf(ITypeSymbol type) => _available.Value.ExchangeTakes(type);

    /// <summary>Whether <c>Interlocked.Increment</c>, <c>Decrement</c> and <c>Add</c> take a location of this type.</summary>
    internal bool HasIncrementOf(ITypeSymbol type) => _available.Value.IncrementTakes(type);

    /// <summary>Whether <c>Volatile.Read</c> and <c>Volatile.Write</c> take a location of this type.</summary>
    internal bool HasVolatileOf(ITypeSymbol type) => _available.Value.VolatileTakes(type);

    /// <summary>
    /// The effect of a method, of a property's accessor or of a constructor. A wait handle's <c>WaitOne</c> is a wait here even when the handle is a mutex; ask
    /// with the receiver's type where it is known.
    /// </summary>
    internal bool TryGetEffect(IMethodSymbol method, out MemberEffect effect)
    {
        effect = default;
        if (method.ContainingType is not { } type || MemberTable.SpaceOf(type.ContainingNamespace) is not { } space) return false;

        method = (method.ReducedFrom ?? method).OriginalDefinition;
        if (!_effects.TryGetValue(method, out effect))
        {
            effect = MemberTable.EffectOf(space, method);
            _effects.TryAdd(method, effect);
        }

        return effect.Role != MemberRole.Unknown;
    }

    /// <summary>The same, where the static type of the receiver is known: it tells a mutex from other wait handles.</summary>
    internal bool TryGetEffect(IMethodSymbol method, ITypeSymbol? receiver, out MemberEffect effect)
    {
        if (!TryGetEffect(method, out effect)) return false;
        if (effect.Role == MemberRole.Wait && method.Name == "WaitOne" && receiver is not null && NameMatch.IsType(receiver, "Mutex", "Threading"))
            effect = method.Parameters.IsEmpty ? LockMembers.MutexEnter : LockMembers.MutexTryEnter;
        return true;
    }

    /// <summary>The expression that gives the task or awaitable which an expression gives in perhaps another form: behind ConfigureAwait, AsTask and the like.</summary>
    internal IOperation TaskOf(IOperation operation)
    {
        while (operation is IInvocationOperation { Instance: { } inner } call && TryGetEffect(call.TargetMethod, out MemberEffect effect) &&
            effect.Is(MemberTraits.SameTask))
        {
            operation = inner;
        }

        return operation;
    }

    /// <summary>Whether each thread has a copy of its own.</summary>
    internal bool IsThreadStatic(IFieldSymbol field)
    {
        if (!field.IsStatic) return false;
        foreach (var attribute in field.OriginalDefinition.GetAttributes())
        {
            if (attribute.AttributeClass is { } type && NameMatch.IsType(type, "ThreadStaticAttribute")) return true;
        }

        return false;
    }

    /// <summary>Whether the thread pool calls this method: it implements <c>IThreadPoolWorkItem.Execute</c>.</summary>
    internal bool IsExecuteOfWorkItem(IMethodSymbol method) =>
        method.Parameters.IsEmpty && Implementations.Implements(method, "Execute", "IThreadPoolWorkItem", "Threading");

    /// <summary>Whether this is the end of the object: <c>Dispose</c>, <c>DisposeAsync</c>, their usual helpers, or a finalizer.</summary>
    internal bool IsDisposeOrFinalizer(IMethodSymbol method)
    {
        if (method.MethodKind == MethodKind.Destructor) return true;
        if (method.IsStatic || method.Parameters.Length > 1) return false;
        if (method.Parameters.Length == 1) return IsDisposeHelper(method);
        return Implementations.Implements(method, "Dispose", "IDisposable") || Implementations.Implements(method, "DisposeAsync", "IAsyncDisposable")
            || (method.Name == "Dispose" && method.ReturnsVoid && method.ContainingType is { IsRefLikeType: true })
            || (method.Name == "DisposeAsyncCore" && !method.ReturnsVoid);
    }

    /// <summary>Whether the compilation has an accessible member of this name.</summary>
    internal bool Has(string space, string type, string member) => _available.Value.Has(space, type, member);

    private static bool IsDisposeHelper(IMethodSymbol method) =>
        method.Name == "Dispose" && method.ReturnsVoid && method.Parameters[0].Type.SpecialType == SpecialType.System_Boolean;
}
