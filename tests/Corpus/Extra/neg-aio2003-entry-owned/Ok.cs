using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.NegAio2003EntryOwned;

/// <summary>Loads per node. One loop smooths them, reports are counted under a lock or in one step, and each thread has an entry of its own.</summary>
public sealed class LoadBook : IDisposable
{
    private readonly ConcurrentDictionary<string, double> _smoothed = new();
    private readonly ConcurrentDictionary<string, int> _reports = new();
    private readonly ConcurrentDictionary<int, long> _byThread = new();
    private readonly ConcurrentDictionary<string, string> _names = new();
    private readonly BlockingCollection<(string Node, double Load)> _inbox = new();
    private readonly object _gate = new();
    private readonly Thread _loop;

    public LoadBook()
    {
        _loop = new Thread(Smooth) { IsBackground = true };
        _loop.Start();
    }

    public void Post(string node, double load) => _inbox.Add((node, load));

    public double LoadOf(string node) => _smoothed.TryGetValue(node, out var load) ? load : 0;

    public void Report(string node)
    {
        lock (_gate)
        {
            _reports.TryGetValue(node, out var count);
            _reports[node] = count + 1;
        }
    }

    public bool TryTake(string node)
    {
        while (_reports.TryGetValue(node, out var count) && count > 0)
        {
            if (_reports.TryUpdate(node, count - 1, count))
            {
                return true;
            }
        }

        return false;
    }

    public void Work(long ticks)
    {
        int me = Environment.CurrentManagedThreadId;
        _byThread.TryGetValue(me, out var sum);
        _byThread[me] = sum + ticks;
    }

    public void Alias(string node, string other)
    {
        if (_names.TryGetValue(node, out var name))
        {
            _names[other] = name + "'";
        }
    }

    public void Touch(string node)
    {
        if (_names.TryGetValue(node, out var name))
        {
            _names[node] = name;
        }
    }

    public void Dispose() => _inbox.CompleteAdding();

    private void Smooth()
    {
        foreach (var (node, load) in _inbox.GetConsumingEnumerable())
        {
            _smoothed.TryGetValue(node, out var old);
            _smoothed[node] = (old * 0.9) + (load * 0.1);
        }
    }
}
