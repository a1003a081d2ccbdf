using System;
using System.Threading;
using AioBarrierAnalyzers.Explorer.Scheduling;
using AioBarrierAnalyzers.Explorer.Synchronization;

namespace AioBarrierAnalyzers.Explorer.Runtime;

/// <summary>System.Threading.SemaphoreSlim, but for what is asynchronous. The semaphore itself keeps the count too, for the check of the scenario.</summary>
public static class SimulatedSemaphoreSlim
{
    public static void Wait(int site, SemaphoreSlim key) => Wait(site, key, Timeout.Infinite);

    public static void Wait(int site, SemaphoreSlim key, CancellationToken token) => Wait(site, key, Timeout.Infinite, token);

    public static bool Wait(int site, SemaphoreSlim key, TimeSpan timeout) => Wait(site, key, (int)timeout.TotalMilliseconds);

    public static bool Wait(int site, SemaphoreSlim key, int timeout, CancellationToken token = default)
    {
        if (SimulatedThread.Running is not { } thread) return key.Wait(0, token);

        SimulatedCancellationToken.ThrowIfCancellationRequested(site, token);
        var isTaken = SimulatedCancellationToken.Wait(thread, site, StateOf(thread, key), timeout, token);
        if (isTaken) key.Wait(0, CancellationToken.None);
        Told.Do(thread, site, isTaken ? "goes on" : "timed out");
        return isTaken;
    }

    public static int Release(int site, SemaphoreSlim key) => Release(site, key, 1);

    public static int Release(int site, SemaphoreSlim key, int count)
    {
        if (SimulatedThread.Running is not { } thread) return key.Release(count);

        var before = StateOf(thread, key).Release(thread, count);
        key.Release(count);
        Told.Do(thread, site, $"{before} -> {before + count}");
        return before;
    }

    public static int get_CurrentCount(int site, SemaphoreSlim key) =>
        SimulatedThread.Running is { } thread ? StateOf(thread, key).Look(thread) : key.CurrentCount;

    public static void Dispose(int site, SemaphoreSlim key)
    {
    }

    private static CounterState StateOf(SimulatedThread thread, SemaphoreSlim key) =>
        thread.Execution.Objects.StateOf(key, static k => new CounterState("a semaphore", k.CurrentCount, int.MaxValue, isTaken: true));
}
