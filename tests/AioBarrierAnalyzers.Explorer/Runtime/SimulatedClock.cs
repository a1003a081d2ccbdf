using System;
using AioBarrierAnalyzers.Explorer.Scheduling;

namespace AioBarrierAnalyzers.Explorer.Runtime;

/// <summary>Time: it passes only while all threads wait.</summary>
public static class SimulatedClock
{
    public static long GetTimestamp(int site) => Now() * (System.Diagnostics.Stopwatch.Frequency / 1000);

    public static long get_TickCount64(int site) => Now();

    public static int get_TickCount(int site) => unchecked((int)Now());

    public static DateTime get_UtcNow(int site) => DateTime.UnixEpoch.AddMilliseconds(Now());

    public static DateTime get_Now(int site) => get_UtcNow(site);

    private static long Now()
    {
        if (SimulatedThread.Running is { } thread)
        {
            // A loop that looks at the clock waits for time to pass.
            thread.Memory.LoadsSeen = (thread.Memory.LoadsSeen * 31) + 1;
        }

        return Execution.Ambient?.Clock ?? 0;
    }
}
