using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio1005WorkLeft.After;

public sealed class WorkList
{
    private readonly ConcurrentQueue<Action> _queue = new ConcurrentQueue<Action>();
    private readonly SemaphoreSlim _ready = new SemaphoreSlim(0);
    private readonly object _gate = new object();
    private int _isComplete;

    private bool IsComplete => Volatile.Read(ref _isComplete) != 0;

    /// <summary>What is taken on is done: false says that it is not.</summary>
    public bool TryAdd(Action work)
    {
        lock (_gate)
        {
            if (IsComplete)
                return false;
            _queue.Enqueue(work);
        }

        _ready.Release();
        return true;
    }

    public IEnumerable<Action> Consume()
    {
        while (true)
        {
            if (_queue.TryDequeue(out Action work))
            {
                yield return work;
            }
            else if (IsComplete)
            {
                while (_queue.TryDequeue(out work))
                    yield return work;
                yield break;
            }
            else
            {
                _ready.Wait();
            }
        }
    }

    public void Complete()
    {
        lock (_gate)
            Volatile.Write(ref _isComplete, 1);
        _ready.Release();
    }
}
