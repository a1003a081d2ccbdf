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

    /// <summary>
    /// The expression that gives the task or awaitable which an expression gives in perhaps another form: behind ConfigureAwait, AsTask and the like.
    /// </summary>
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

    /// <summary>What the thread pool calls of a work item; null for an object that is none.</summary>
    internal IMethodSymbol? ExecuteOf(ITypeSymbol item) => Implementations.In(item, "Execute", "IThreadPoolWorkItem", "Threading");
}
