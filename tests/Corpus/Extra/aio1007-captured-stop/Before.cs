using System;
using System.Threading;

namespace Corpus.Extra.Aio1007CapturedStop.Before;

public static class SpinBench
{
    public static double MeasureMixesPerSecond(TimeSpan duration)
    {
        bool stop = false;
        ulong state = 88172645463325252UL;
        long rounds = 0;

        var worker = new Thread(() =>
        {
            ulong x = state;
            long n = 0;
            while (!stop)
            {
                x ^= x << 13;
                x ^= x >> 7;
                x ^= x << 17;
                n++;
            }

            state = x;
            rounds = n;
        });

        worker.Start();
        Thread.Sleep(duration);
        stop = true;
        worker.Join();
        return rounds / duration.TotalSeconds;
    }
}
