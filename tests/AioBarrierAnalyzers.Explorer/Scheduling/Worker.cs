using System.Threading;

namespace AioBarrierAnalyzers.Explorer.Scheduling;

/// <summary>A thread of the process.</summary>
internal sealed class Worker
{
    // A deep recursion in a program under test should be its own error, not ours.
    private const int StackSize = 4 << 20;

    private readonly WorkerPool _pool;
    private SimulatedThread? _first;

    public Worker(WorkerPool pool)
    {
        _pool = pool;
        new Thread(Loop, StackSize) { IsBackground = true, Name = "simulated thread" }.Start();
    }

    /// <summary>Where it waits for the baton, idle or in the middle of a simulated thread.</summary>
    public Gate Gate { get; } = new();

    public void Start(SimulatedThread thread)
    {
        _first = thread;
        Gate.Open();
    }

    private void Loop()
    {
        while (true)
        {
            Gate.Pass();
            var thread = _first;
            while (thread is not null)
            {
                thread = Run(thread);
            }
        }
    }

    /// <summary>Runs a simulated thread from beginning to end.</summary>
    /// <returns>The one to run after it; null when this worker has given the baton away.</returns>
    private SimulatedThread? Run(SimulatedThread thread)
    {
        thread.Worker = this;
        SimulatedThread.Running = thread;
        Execution.Ambient = thread.Execution;
        var next = thread.Execution.RunBody(thread);
        SimulatedThread.Running = null;
        Execution.Ambient = null;

        var exploration = thread.Execution.Exploration;
        next ??= exploration.Next();
        if (next is { Worker: null }) return next;

        _pool.Release(this);
        if (next is null) exploration.SignalDone();
        else _pool.Resume(next);
        return null;
    }
}
