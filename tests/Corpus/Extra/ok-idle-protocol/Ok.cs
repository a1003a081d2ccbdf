using System;
using System.Collections.Concurrent;
using System.Threading;

namespace Corpus.Extra.OkIdleProtocol;

public sealed class SerialExecutor
{
    private readonly ConcurrentQueue<Action> _work = new ConcurrentQueue<Action>();
    private readonly WaitCallback _pump;
    private int _pumping;

    public SerialExecutor()
    {
        _pump = _ => Pump();
    }

    public void Execute(Action action)
    {
        _work.Enqueue(action);
        if (TryClaim())
        {
            ThreadPool.UnsafeQueueUserWorkItem(_pump, null);
        }
    }

    private bool TryClaim() => Interlocked.CompareExchange(ref _pumping, 1, 0) == 0;

    private void Pump()
    {
        do
        {
            while (_work.TryDequeue(out Action action))
            {
                try
                {
                    action();
                }
                catch (Exception e)
                {
                    Environment.FailFast("An action failed.", e);
                }
            }

            Interlocked.Exchange(ref _pumping, 0);
        }
        while (!_work.IsEmpty && TryClaim());
    }
}
