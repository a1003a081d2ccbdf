using System;
using System.Threading;
using AioBarrierAnalyzers.Explorer.Scheduling;
using AioBarrierAnalyzers.Explorer.Synchronization;

namespace AioBarrierAnalyzers.Explorer.Runtime;

/// <summary>System.Threading.ManualResetEventSlim.</summary>
public static class SimulatedManualResetEventSlim
{
    public static void Wait(int site, ManualResetEventSlim key) => Wait(site, key, Timeout.Infinite);

    public static void Wait(int site, ManualResetEventSlim key, CancellationToken token) => Wait(site, key, Timeout.Infinite, token);

    public static bool Wait(int site, ManualResetEventSlim key, TimeSpan timeout) => Wait(site, key, (int)timeout.TotalMilliseconds);

    public static bool Wait(int site, ManualResetEventSlim key, int timeout, CancellationToken token = default)
    {
        var thread = Told.Required(site);
        SimulatedCancellationToken.ThrowIfCancellationRequested(site, token);
        var isSet = SimulatedCancellationToken.Wait(thread, site, StateOf(thread, key), timeout, token);
        Told.Do(thread, site, isSet ? "goes on" : "timed out");
        return isSet;
    }

    public static void Set(int site, ManualResetEventSlim key)
    {
        if (SimulatedThread.Running is { } thread)
        {
            StateOf(thread, key).Release(thread, 1);
            Told.Do(thread, site, "set");
        }
        else
        {
            key.Set();
        }
    }

    public static void Reset(int site, ManualResetEventSlim key)
    {
        if (SimulatedThread.Running is { } thread)
        {
            StateOf(thread, key).Reset(thread);
            Told.Do(thread, site, "reset");
        }
        else
        {
            key.Reset();
        }
    }

    public static bool get_IsSet(int site, ManualResetEventSlim key) =>
        SimulatedThread.Running is { } thread ? StateOf(thread, key).Look(thread) != 0 : key.IsSet;

    public static void Dispose(int site, ManualResetEventSlim key)
    {
    }

    private static CounterState StateOf(SimulatedThread thread, ManualResetEventSlim key) =>
        thread.Execution.Objects.StateOf(key, static k => new CounterState("an event", k.IsSet ? 1 : 0, 1, isTaken: false));
}
