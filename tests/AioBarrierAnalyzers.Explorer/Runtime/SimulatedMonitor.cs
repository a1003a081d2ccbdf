using System;
using System.Threading;
using AioBarrierAnalyzers.Explorer.Scheduling;
using AioBarrierAnalyzers.Explorer.Synchronization;

namespace AioBarrierAnalyzers.Explorer.Runtime;

/// <summary>System.Threading.Monitor, and the lock statement.</summary>
public static class SimulatedMonitor
{
    public static void Enter(int site, object key) => TryEnter(site, key, Timeout.Infinite);

    public static void Enter(int site, object key, ref bool taken)
    {
        Enter(site, key);
        taken = true;
    }

    public static bool TryEnter(int site, object key) => TryEnter(site, key, 0);

    public static void TryEnter(int site, object key, ref bool taken) => taken = TryEnter(site, key, 0);

    public static bool TryEnter(int site, object key, TimeSpan timeout) => TryEnter(site, key, (int)timeout.TotalMilliseconds);

    public static bool TryEnter(int site, object key, int timeout)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (SimulatedThread.Running is not { } thread) return true;

        var isEntered = StateOf(thread, key).Enter(thread, timeout);
        Told.Do(thread, site, isEntered ? "enter" : "enter: another thread holds it");
        return isEntered;
    }

    public static void TryEnter(int site, object key, int timeout, ref bool taken) => taken = TryEnter(site, key, timeout);

    public static void TryEnter(int site, object key, TimeSpan timeout, ref bool taken) => taken = TryEnter(site, key, timeout);

    public static void Exit(int site, object key)
    {
        if (SimulatedThread.Running is not { } thread) return;

        StateOf(thread, key).Exit(thread);
        Told.Do(thread, site, "leave");
    }

    public static bool IsEntered(int site, object key) => SimulatedThread.Running is not { } thread || StateOf(thread, key).Holder == thread;

    public static bool Wait(int site, object key) => Wait(site, key, Timeout.Infinite);

    public static bool Wait(int site, object key, TimeSpan timeout) => Wait(site, key, (int)timeout.TotalMilliseconds);

    public static bool Wait(int site, object key, int timeout)
    {
        var thread = Told.Required(site);
        Told.Do(thread, site, "waits for a pulse");
        var isPulsed = StateOf(thread, key).Wait(thread, timeout);
        Told.Do(thread, site, isPulsed ? "was pulsed" : "timed out");
        return isPulsed;
    }

    public static void Pulse(int site, object key) => Pulse(site, key, 1);

    public static void PulseAll(int site, object key) => Pulse(site, key, int.MaxValue);

    internal static LockState StateOf(SimulatedThread thread, object key) => thread.Execution.Objects.StateOf(key, static _ => new LockState());

    private static void Pulse(int site, object key, int count)
    {
        if (SimulatedThread.Running is not { } thread) return;

        StateOf(thread, key).Pulse(thread, count);
        Told.Do(thread, site, "pulse");
    }
}
