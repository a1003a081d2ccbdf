using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio2001ExecutorThread.Before;

public abstract class SingleThreadExecutor
{
    private const int NotStarted = 0;
    private const int Started = 1;

    private readonly BlockingCollection<Action> _tasks = new BlockingCollection<Action>(new ConcurrentQueue<Action>());
    private readonly TaskCompletionSource _terminated = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string _name;
    private volatile int _state;

    protected SingleThreadExecutor(string name) => _name = name;

    public Task Terminated => _terminated.Task;

    public bool IsStarted => _state != NotStarted;

    public void Execute(Action task)
    {
        if (task == null)
        {
            throw new ArgumentNullException(nameof(task));
        }

        _tasks.Add(task);
        StartThread();
    }

    public void Shutdown()
    {
        _tasks.CompleteAdding();
        StartThread();
    }

    protected abstract void OnTaskFailed(Exception error);

    private void StartThread()
    {
        if (_state == NotStarted)
        {
            _state = Started;
            new Thread(Run) { IsBackground = true, Name = _name }.Start();
        }
    }

    private void Run()
    {
        foreach (Action task in _tasks.GetConsumingEnumerable())
        {
            try
            {
                task();
            }
            catch (Exception error)
            {
                OnTaskFailed(error);
            }
        }

        _terminated.TrySetResult();
    }
}

public sealed class RoutingTable : SingleThreadExecutor
{
    private readonly Dictionary<string, int> _weights = new Dictionary<string, int>(StringComparer.Ordinal);
    private readonly Action<Exception> _log;

    public RoutingTable(Action<Exception> log)
        : base("routing-table") => _log = log;

    public void Adjust(string route, int delta) => Execute(() =>
    {
        _weights.TryGetValue(route, out int weight);
        int next = weight + delta;
        if (next <= 0)
        {
            _weights.Remove(route);
        }
        else
        {
            _weights[route] = next;
        }
    });

    public Task<KeyValuePair<string, int>[]> SnapshotAsync()
    {
        var result = new TaskCompletionSource<KeyValuePair<string, int>[]>(TaskCreationOptions.RunContinuationsAsynchronously);
        Execute(() => result.SetResult(new List<KeyValuePair<string, int>>(_weights).ToArray()));
        return result.Task;
    }

    protected override void OnTaskFailed(Exception error) => _log(error);
}
