using System;
using System.Threading;

namespace Corpus.Extra.Aio2001ListenerStart.Before;

public abstract class ServiceBase
{
    protected enum Phase
    {
        Created,
        Started,
        Stopped,
    }

    private volatile Phase _phase;

    protected Phase Current => _phase;

    protected bool TryBegin()
    {
        if (_phase != Phase.Created)
        {
            return false;
        }

        _phase = Phase.Started;
        return true;
    }

    protected void End() => _phase = Phase.Stopped;
}

public sealed class MetricsListener : ServiceBase
{
    private readonly Action _poll;
    private readonly ManualResetEventSlim _ended = new(false);

    public MetricsListener(Action poll)
    {
        _poll = poll;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop();
        ThreadPool.QueueUserWorkItem(_ => Start());
    }

    public void Start()
    {
        if (TryBegin())
        {
            new Thread(Run) { IsBackground = true, Name = "metrics" }.Start();
        }
    }

    public void Stop()
    {
        End();
        _ended.Wait(1000);
    }

    private void Run()
    {
        while (Current == Phase.Started)
        {
            _poll();
            Thread.Sleep(100);
        }

        _ended.Set();
    }
}
