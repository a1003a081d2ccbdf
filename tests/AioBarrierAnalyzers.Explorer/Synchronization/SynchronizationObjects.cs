using System;
using System.Collections.Generic;

namespace AioBarrierAnalyzers.Explorer.Synchronization;

/// <summary>The simulated state of locks, events and the like, by the real object, which is never used itself.</summary>
internal sealed class SynchronizationObjects
{
    private readonly Dictionary<object, object> _states = new(ReferenceEqualityComparer.Instance);

    /// <summary>The state of an object, which begins as the real one is.</summary>
    public TState StateOf<TObject, TState>(TObject key, Func<TObject, TState> begin)
        where TObject : class
        where TState : class
    {
        if (!_states.TryGetValue(key, out var state))
        {
            _states.Add(key, state = begin(key));
        }

        return (TState)state;
    }
}
