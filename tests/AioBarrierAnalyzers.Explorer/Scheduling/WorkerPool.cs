using System;
using System.Collections.Generic;
using System.Threading;

namespace AioBarrierAnalyzers.Explorer.Scheduling;

/// <summary>The threads of the process that simulated threads run on, one for each number. They are kept from execution to execution.</summary>
internal sealed class WorkerPool : IDisposable
{
    private readonly List<Worker> _workers = [];
    private readonly Gate _done = new();

    /// <summary>Gives the baton to a simulated thread, which starts or goes on.</summary>
    public void Resume(SimulatedThread thread)
    {
        while (_workers.Count <= thread.Id)
        {
            _workers.Add(new Worker());
        }

        _workers[thread.Id].Resume(thread);
    }

    /// <summary>The running thread waits until it is given the baton again.</summary>
    public void Park(SimulatedThread thread) => _workers[thread.Id].Gate.Pass();

    /// <summary>The baton goes back to who started the execution.</summary>
    public void SignalDone() => _done.Open();

    public bool WaitUntilDone(int milliseconds) => _done.Pass(milliseconds);

    public void Dispose()
    {
        foreach (var worker in _workers)
        {
            worker.Stop();
        }
    }

    private sealed class Worker
    {
        private SimulatedThread? _next;
        private SimulatedThread? _last;
        private bool _isStopped;

        public Worker()
        {
            // A deep recursion in a program under test should be its own error, not ours.
            new Thread(Loop, maxStackSize: 4 << 20) { IsBackground = true, Name = "simulated thread" }.Start();
        }

        public Gate Gate { get; } = new();

        public void Resume(SimulatedThread thread)
        {
            _next = thread;
            Gate.Open();
        }

        public void Stop()
        {
            _isStopped = true;
            Gate.Open();
        }

        private void Loop()
        {
            while (true)
            {
                Gate.Pass();
                if (_isStopped) return;

                var thread = _next!;
                if (thread == _last) continue;

                _last = thread;
                SimulatedThread.Running = thread;
                Execution.Ambient = thread.Execution;
                thread.Execution.RunBody(thread);
                SimulatedThread.Running = null;
                Execution.Ambient = null;
            }
        }
    }
}
