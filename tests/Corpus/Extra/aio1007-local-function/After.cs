using System;
using System.Diagnostics;
using System.Linq;
using System.Threading;

namespace Corpus.Extra.Aio1007LocalFunction.After;

public sealed record JitterReport(TimeSpan Window, double WorstMilliseconds, ulong Laps)
{
    public double LapsPerSecond => Laps / Math.Max(Window.TotalSeconds, 1e-9);
}

public static class JitterProbe
{
    public static JitterReport Measure(TimeSpan window, int neighbours)
    {
        bool halted = false;
        var laps = new ulong[neighbours];

        void Burn(object parameter)
        {
            int slot = (int)parameter;
            ulong x = 88172645463325252UL + (ulong)slot;
            ulong count = 0;
            while (!Volatile.Read(ref halted))
            {
                x ^= x << 13;
                x ^= x >> 7;
                x ^= x << 17;
                count += 1 + (x >> 63);
            }

            laps[slot] = count;
        }

        Thread[] burners = Enumerable.Range(0, neighbours)
            .Select(i => new Thread(Burn) { IsBackground = true, Priority = ThreadPriority.BelowNormal })
            .ToArray();
        for (int i = 0; i < burners.Length; i++)
        {
            burners[i].Start(i);
        }

        double worst = Watch(window);
        Volatile.Write(ref halted, true);
        foreach (Thread burner in burners)
        {
            burner.Join();
        }

        return new JitterReport(window, worst, laps.Aggregate(0UL, (sum, n) => sum + n));
    }

    private static double Watch(TimeSpan window)
    {
        double worst = 0;
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < window)
        {
            long before = Stopwatch.GetTimestamp();
            Thread.Sleep(1);
            worst = Math.Max(worst, Stopwatch.GetElapsedTime(before).TotalMilliseconds - 1);
        }

        return worst;
    }
}
