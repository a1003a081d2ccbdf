using System;
using System.Threading;
using AioBarrierAnalyzers.Explorer.Scheduling;
using AioBarrierAnalyzers.Explorer.Synchronization;

namespace AioBarrierAnalyzers.Explorer.Runtime;

/// <summary>AutoResetEvent, ManualResetEvent, EventWaitHandle and Mutex.</summary>
public static class SimulatedWaitHandle
{
    public static bool WaitOne(int site, WaitHandle key) => WaitOne(site, key, Timeout.Infinite);

    public static bool WaitOne(int site, WaitHandle key, TimeSpan timeout) => WaitOne(site, key, (int)timeout.TotalMilliseconds);

    public static bool WaitOne(int site, WaitHandle key, int timeout)
    {
        var thread = Told.Required(site);
        var isSet = key is Mutex ? SimulatedMonitor.StateOf(thread, key).Enter(thread, timeout) : StateOf(thread, key, site).Wait(thread, timeout);
        Told.Do(thread, site, isSet ? "goes on" : "timed out");
        return isSet;
    }

    public static bool Set(int site, EventWaitHandle key)
    {
        if (SimulatedThread.Running is not { } thread) return key.Set();

        StateOf(thread, key, site).Release(thread, 1);
        Told.Do(thread, site, "set");
        return true;
    }

    public static bool Reset(int site, EventWaitHandle key)
    {
        if (SimulatedThread.Running is not { } thread) return key.Reset();

        StateOf(thread, key, site).Reset(thread);
        Told.Do(thread, site, "reset");
        return true;
    }

    public static void ReleaseMutex(int site, Mutex key) => SimulatedMonitor.Exit(site, key);

    public static void Dispose(int site, WaitHandle key)
    {
    }

    private static CounterState StateOf(SimulatedThread thread, WaitHandle key, int site) => thread.Execution.Objects.StateOf(key, k => k switch
    {
        // Asking an auto-reset event takes what is there: nobody but us asks the real one.
        AutoResetEvent => new CounterState("an event", k.WaitOne(0) ? 1 : 0, 1, isTaken: true),
        ManualResetEvent => new CounterState("an event", k.WaitOne(0) ? 1 : 0, 1, isTaken: false),
        _ => throw new UnsupportedConstructException("a wait handle that is no AutoResetEvent, ManualResetEvent or Mutex", thread.Execution.Sites[site]),
    });
}
