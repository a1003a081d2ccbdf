using System;
using System.Threading;

namespace Corpus.Extra.Aio2001ListenerStart.After;

public abstract class ServiceBase
{
    protected enum Phase
    {
        Created,
        Started,
        Stopped,
    }

    private int _phase;

    protected Phase Current => (Phase)Volatile.Read(ref _phase);

    protected bool TryBegin() =>
        Interlocked.CompareExchange(ref _phase, (int)Phase.Started, (int)Phase.Created) == (int)Phase.Created;

    protected void End() => Volatile.Write(ref _phase, (int)Phase.Stopped);
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
