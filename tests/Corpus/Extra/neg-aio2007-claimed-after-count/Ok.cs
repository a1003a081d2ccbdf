using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.NegAio2007ClaimedAfterCount;

/// <summary>Runs jobs and tells when it has become idle; that it is idle is looked at after each job, and who may say so is decided elsewhere.</summary>
public sealed class JobPool
{
    private readonly ConcurrentQueue<Func<Task>> _jobs = new();
    private readonly ManualResetEventSlim _idle = new(true);
    private readonly Action _onDrained;
    private readonly object _gate = new();
    private int _running;
    private int _accepted;
    private int _told;
    private bool _closing;
    private Action _afterLast;

    public JobPool(Action onDrained) => _onDrained = onDrained;

    public int Accepted => Volatile.Read(ref _accepted);

    public void Enter(Func<Task> job)
    {
        Interlocked.Increment(ref _accepted);
        if (Volatile.Read(ref _accepted) >= 1000)
        {
            _idle.Reset();
        }

        Interlocked.Increment(ref _running);
        _idle.Reset();
        _jobs.Enqueue(job);
    }

    public void Leave()
    {
        Interlocked.Decrement(ref _running);
        if (Volatile.Read(ref _running) == 0 && Interlocked.Exchange(ref _told, 1) == 0)
        {
            _onDrained();
        }
    }

    public void LeaveSilently()
    {
        Interlocked.Decrement(ref _running);
        if (_running == 0)
        {
            _idle.Set();
        }
    }

    public void LeaveAndClose()
    {
        Interlocked.Decrement(ref _running);
        if (_running != 0)
        {
            return;
        }

        Action last = null;
        lock (_gate)
        {
            if (!_closing)
            {
                _closing = true;
                last = _afterLast;
            }
        }

        last?.Invoke();
    }

    public void OnLast(Action afterLast)
    {
        lock (_gate)
        {
            _afterLast = afterLast;
        }
    }
}
