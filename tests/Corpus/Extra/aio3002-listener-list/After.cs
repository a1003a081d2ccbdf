using System;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio3002ListenerList.After;

public sealed class ExecutionList
{
    private sealed class Pair
    {
        public readonly Action Listener;
        public readonly TaskScheduler Scheduler;
        public Pair Next;

        public Pair(Action listener, TaskScheduler scheduler, Pair next)
        {
            Listener = listener;
            Scheduler = scheduler;
            Next = next;
        }
    }

    private readonly object _gate = new object();
    private Pair _pairs;
    private volatile bool _executed;

    public bool Executed => _executed;

    public void Add(Action listener, TaskScheduler scheduler)
    {
        if (listener == null)
        {
            throw new ArgumentNullException(nameof(listener));
        }

        if (!_executed)
        {
            lock (_gate)
            {
                if (!_executed)
                {
                    _pairs = new Pair(listener, scheduler, _pairs);
                    return;
                }
            }
        }

        Dispatch(listener, scheduler);
    }

    public void Execute()
    {
        Pair list;
        lock (_gate)
        {
            if (_executed)
            {
                return;
            }

            _executed = true;
            list = _pairs;
            _pairs = null;
        }

        Pair ordered = null;
        while (list != null)
        {
            Pair next = list.Next;
            list.Next = ordered;
            ordered = list;
            list = next;
        }

        for (; ordered != null; ordered = ordered.Next)
        {
            Dispatch(ordered.Listener, ordered.Scheduler);
        }
    }

    private static void Dispatch(Action listener, TaskScheduler scheduler) =>
        Task.Factory.StartNew(listener, CancellationToken.None, TaskCreationOptions.DenyChildAttach, scheduler ?? TaskScheduler.Default);
}

public sealed class SettableOperation<T>
{
    private readonly ExecutionList _listeners = new ExecutionList();
    private readonly TaskCompletionSource<T> _source = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<T> Completion => _source.Task;

    public void AddListener(Action<T> listener, TaskScheduler scheduler) =>
        _listeners.Add(() => listener(_source.Task.Result), scheduler);

    public bool Set(T value)
    {
        if (!_source.TrySetResult(value))
        {
            return false;
        }

        _listeners.Execute();
        return true;
    }
}
