using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio3002LateObserver.After;

public sealed class TickSource<T> : IObservable<T>
{
    private readonly object _gate = new();
    private readonly List<IObserver<T>> _listeners = new();
    private Exception _fault;
    private bool _ended;

    public IDisposable Subscribe(IObserver<T> listener)
    {
        ArgumentNullException.ThrowIfNull(listener);
        lock (_gate)
        {
            if (!_ended)
            {
                _listeners.Add(listener);
                return new Registration(this, listener);
            }
        }

        Finish(listener);
        return Registration.Empty;
    }

    public void Publish(T value)
    {
        IObserver<T>[] targets;
        lock (_gate)
        {
            if (_ended)
            {
                return;
            }

            targets = _listeners.ToArray();
        }

        foreach (IObserver<T> target in targets)
        {
            target.OnNext(value);
        }
    }

    public void Complete() => Stop(null);

    public void Fail(Exception fault) => Stop(fault);

    private void Stop(Exception fault)
    {
        IObserver<T>[] targets;
        lock (_gate)
        {
            if (_ended)
            {
                return;
            }

            _fault = fault;
            _ended = true;
            targets = _listeners.ToArray();
            _listeners.Clear();
        }

        Array.ForEach(targets, Finish);
    }

    private void Finish(IObserver<T> listener)
    {
        if (_fault is { } fault)
        {
            listener.OnError(fault);
        }
        else
        {
            listener.OnCompleted();
        }
    }

    private sealed class Registration : IDisposable
    {
        private readonly TickSource<T> _owner;
        private readonly IObserver<T> _listener;

        public Registration(TickSource<T> owner, IObserver<T> listener)
        {
            _owner = owner;
            _listener = listener;
        }

        public static readonly Registration Empty = new(null, null);

        public void Dispose()
        {
            if (_owner is null)
            {
                return;
            }

            lock (_owner._gate)
            {
                _owner._listeners.Remove(_listener);
            }
        }
    }
}
