using System;
using System.Threading;

namespace Corpus.Extra.Aio1001ConfirmSleepers.After;

public abstract class WaitHead
{
    private readonly object _sync = new object();
    private int _sleepers;

    protected bool HasSleepers => Volatile.Read(ref _sleepers) != 0;

    protected abstract bool IsReady(long target);

    protected void WakeAll()
    {
        lock (_sync)
        {
            Monitor.PulseAll(_sync);
        }
    }

    protected void SleepUntilReady(long target)
    {
        lock (_sync)
        {
            Interlocked.Increment(ref _sleepers);
            try
            {
                while (!IsReady(target))
                {
                    Monitor.Wait(_sync);
                }
            }
            finally
            {
                Interlocked.Decrement(ref _sleepers);
            }
        }
    }
}

public sealed class ConfirmTracker : WaitHead
{
    private long _confirmed;
    private Exception _failure;

    protected override bool IsReady(long target)
        => Volatile.Read(ref _confirmed) >= target || Volatile.Read(ref _failure) != null;

    public void OnConfirm(long deliveryTag)
    {
        Volatile.Write(ref _confirmed, deliveryTag);
        Interlocked.MemoryBarrier();
        if (HasSleepers)
        {
            WakeAll();
        }
    }

    public void OnClosed(Exception reason)
    {
        Volatile.Write(ref _failure, reason);
        WakeAll();
    }

    public void WaitForConfirm(long deliveryTag)
    {
        SleepUntilReady(deliveryTag);
        if (Volatile.Read(ref _failure) is { } failure)
        {
            throw new InvalidOperationException("channel closed", failure);
        }
    }
}
