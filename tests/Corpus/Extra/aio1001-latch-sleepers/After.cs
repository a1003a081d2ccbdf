using System;
using System.Diagnostics;
using System.Threading;

namespace Corpus.Extra.Aio1001LatchSleepers.After;

public sealed class StartLatch
{
    private readonly object _door = new();
    private int _open;
    private int _sleepers;

    public bool IsOpen => Volatile.Read(ref _open) != 0;

    public void Open()
    {
        if (Interlocked.Exchange(ref _open, 1) == 0 && Volatile.Read(ref _sleepers) > 0)
        {
            lock (_door)
            {
                Monitor.PulseAll(_door);
            }
        }
    }

    public bool Wait(TimeSpan limit)
    {
        if (SpinBriefly())
        {
            return true;
        }

        long started = Stopwatch.GetTimestamp();
        lock (_door)
        {
            Interlocked.Increment(ref _sleepers);
            try
            {
                while (!IsOpen)
                {
                    TimeSpan left = limit - Stopwatch.GetElapsedTime(started);
                    if (left <= TimeSpan.Zero || !Monitor.Wait(_door, left))
                    {
                        return IsOpen;
                    }
                }

                return true;
            }
            finally
            {
                Interlocked.Decrement(ref _sleepers);
            }
        }
    }

    public void Run(int workers, Action<int> body)
    {
        for (int i = 0; i < workers; i++)
        {
            int index = i;
            var thread = new Thread(() =>
            {
                if (Wait(TimeSpan.FromMinutes(1)))
                {
                    body(index);
                }
            });
            thread.Start();
        }
    }

    private bool SpinBriefly()
    {
        var spinner = new SpinWait();
        while (!IsOpen)
        {
            if (spinner.NextSpinWillYield)
            {
                return false;
            }

            spinner.SpinOnce();
        }

        return true;
    }
}
