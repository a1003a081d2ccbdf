using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;

namespace AioBarrierAnalyzers.Explorer.Scheduling;

/// <summary>The threads of the process that simulated threads run on, one for each number. They are kept from execution to execution, and from exploration to exploration.</summary>
internal sealed class WorkerPool
{
    private static readonly ConcurrentBag<WorkerPool> s_idle = [];

    private readonly List<Worker> _workers = [];
    private bool _isAbandoned;

    private WorkerPool()
    {
    }

    public static WorkerPool Rent() => s_idle.TryTake(out var pool) ? pool : new WorkerPool();

    public void Return()
    {
        if (!_isAbandoned) s_idle.Add(this);
    }

    /// <summary>One of the threads does not come back: none of them is used again.</summary>
    public void Abandon() => _isAbandoned = true;

    /// <summary>Gives the baton to a simulated thread, which starts or goes on.</summary>
    public void Resume(SimulatedThread thread)
    {
        while (_workers.Count <= thread.Id)
        {
            _workers.Add(new Worker(this));
        }

        _workers[thread.Id].Resume(thread);
    }

    /// <summary>The running thread waits until it is given the baton again.</summary>
    public void Park(SimulatedThread thread) => _workers[thread.Id].Gate.Pass();

    private sealed class Worker
    {
        // A deep recursion in a program under test should be its own error, not ours.
        private const int StackSize = 4 << 20;

        private readonly WorkerPool _pool;
        private SimulatedThread? _next;

        public Worker(WorkerPool pool)
        {
            _pool = pool;
            new Thread(Loop, StackSize) { IsBackground = true, Name = "simulated thread" }.Start();
        }

        public Gate Gate { get; } = new();

        public void Resume(SimulatedThread thread)
        {
            _next = thread;
            Gate.Open();
        }

        private void Loop()
        {
            while (true)
            {
                Gate.Pass();
                var thread = _next;
                while (thread is not null)
                {
                    SimulatedThread.Running = thread;
                    Execution.Ambient = thread.Execution;
                    var isLast = thread.Execution.RunBody(thread);
                    SimulatedThread.Running = null;
                    Execution.Ambient = null;
                    var first = isLast ? thread.Execution.Exploration.Next() : null;
                    if (first is not null && first.Id != thread.Id)
                    {
                        _pool.Resume(first);
                        first = null;
                    }

                    thread = first;
                }
            }
        }
    }
}
