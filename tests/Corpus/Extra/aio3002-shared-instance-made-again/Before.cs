using System;
using System.Collections.Concurrent;
using System.Collections.Generic;

namespace Corpus.Extra.Aio3002SharedInstanceMadeAgain.Before;

public interface IComponentRegistration
{
    Guid Id { get; }
    bool Shared { get; }
    object Activate(LifetimeScope scope);
}

public sealed class LifetimeScope : IDisposable
{
    private readonly ConcurrentDictionary<Guid, object> _sharedInstances = new ConcurrentDictionary<Guid, object>();
    private readonly object _synchRoot = new object();
    private readonly Stack<IDisposable> _owned = new Stack<IDisposable>();
    private bool _disposed;

    public LifetimeScope(LifetimeScope parent = null)
    {
        Parent = parent;
    }

    public LifetimeScope Parent { get; }

    public object Resolve(IComponentRegistration registration)
    {
        if (!registration.Shared)
        {
            object transient = registration.Activate(this);
            lock (_synchRoot)
            {
                Track(transient);
            }

            return transient;
        }

        return GetOrCreateSharedInstance(registration);
    }

    private object GetOrCreateSharedInstance(IComponentRegistration registration)
    {
        if (_sharedInstances.TryGetValue(registration.Id, out object existing))
        {
            return existing;
        }

        lock (_synchRoot)
        {
            object created = registration.Activate(this);
            Track(created);
            _sharedInstances[registration.Id] = created;
            return created;
        }
    }

    private void Track(object instance)
    {
        if (_disposed)
        {
            (instance as IDisposable)?.Dispose();
            throw new ObjectDisposedException(nameof(LifetimeScope));
        }

        if (instance is IDisposable disposable)
        {
            _owned.Push(disposable);
        }
    }

    public void Dispose()
    {
        lock (_synchRoot)
        {
            if (_disposed)
            {
                return;
            }

            _disposed = true;
            while (_owned.Count > 0)
            {
                _owned.Pop().Dispose();
            }

            _sharedInstances.Clear();
        }
    }
}
