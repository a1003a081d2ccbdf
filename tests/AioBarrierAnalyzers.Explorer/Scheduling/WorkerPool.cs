using System.Collections.Concurrent;
using System.Collections.Generic;

namespace AioBarrierAnalyzers.Explorer.Scheduling;

/// <summary>
/// The threads of the process that simulated threads run on. They are kept from execution to execution, and from exploration to exploration. A worker whose
/// simulated thread has ended runs the next one itself, for to wake another costs more than a short execution.
/// </summary>
internal sealed class WorkerPool
{
    private static readonly ConcurrentBag<WorkerPool> s_pools = [];

    // Only who has the baton touches it.
    private readonly Stack<Worker> _idle = [];
    private bool _isAbandoned;

    private WorkerPool()
    {
    }

    public static WorkerPool Rent() => s_pools.TryTake(out var pool) ? pool : new WorkerPool();

    public void Return()
    {
        if (!_isAbandoned) s_pools.Add(this);
    }

    /// <summary>One of the threads does not come back: none of them is used again.</summary>
    public void Abandon() => _isAbandoned = true;

    /// <summary>Gives the baton to a simulated thread, which starts or goes on.</summary>
    public void Resume(SimulatedThread thread)
    {
        if (thread.Worker is { } worker)
        {
            worker.Gate.Open();
        }
        else
        {
            (_idle.TryPop(out var idle) ? idle : new Worker(this)).Start(thread);
        }
    }

    /// <summary>A worker has nothing to do.</summary>
    public void Release(Worker worker) => _idle.Push(worker);
}
