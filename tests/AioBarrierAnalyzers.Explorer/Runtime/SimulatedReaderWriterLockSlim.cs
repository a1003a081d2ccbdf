using System.Threading;
using AioBarrierAnalyzers.Explorer.Scheduling;
using AioBarrierAnalyzers.Explorer.Synchronization;

namespace AioBarrierAnalyzers.Explorer.Runtime;

/// <summary>System.Threading.ReaderWriterLockSlim.</summary>
public static class SimulatedReaderWriterLockSlim
{
    public static void EnterReadLock(int site, ReaderWriterLockSlim key) => Enter(site, key, ReaderWriterMode.Read, Timeout.Infinite);

    public static bool TryEnterReadLock(int site, ReaderWriterLockSlim key, int timeout) => Enter(site, key, ReaderWriterMode.Read, timeout);

    public static void ExitReadLock(int site, ReaderWriterLockSlim key) => Exit(site, key, ReaderWriterMode.Read);

    public static bool get_IsReadLockHeld(int site, ReaderWriterLockSlim key) => Holds(key, ReaderWriterMode.Read);

    public static void EnterUpgradeableReadLock(int site, ReaderWriterLockSlim key) => Enter(site, key, ReaderWriterMode.Upgradeable, Timeout.Infinite);

    public static bool TryEnterUpgradeableReadLock(int site, ReaderWriterLockSlim key, int timeout) => Enter(site, key, ReaderWriterMode.Upgradeable, timeout);

    public static void ExitUpgradeableReadLock(int site, ReaderWriterLockSlim key) => Exit(site, key, ReaderWriterMode.Upgradeable);

    public static bool get_IsUpgradeableReadLockHeld(int site, ReaderWriterLockSlim key) => Holds(key, ReaderWriterMode.Upgradeable);

    public static void EnterWriteLock(int site, ReaderWriterLockSlim key) => Enter(site, key, ReaderWriterMode.Write, Timeout.Infinite);

    public static bool TryEnterWriteLock(int site, ReaderWriterLockSlim key, int timeout) => Enter(site, key, ReaderWriterMode.Write, timeout);

    public static void ExitWriteLock(int site, ReaderWriterLockSlim key) => Exit(site, key, ReaderWriterMode.Write);

    public static bool get_IsWriteLockHeld(int site, ReaderWriterLockSlim key) => Holds(key, ReaderWriterMode.Write);

    public static void Dispose(int site, ReaderWriterLockSlim key)
    {
    }

    private static bool Enter(int site, ReaderWriterLockSlim key, ReaderWriterMode mode, int timeout)
    {
        if (SimulatedThread.Running is not { } thread) return true;

        var isEntered = StateOf(thread, key).Enter(thread, mode, timeout);
        Told.Do(thread, site, isEntered ? "enter" : "enter: held by others");
        return isEntered;
    }

    private static void Exit(int site, ReaderWriterLockSlim key, ReaderWriterMode mode)
    {
        if (SimulatedThread.Running is not { } thread) return;

        StateOf(thread, key).Exit(thread, mode);
        Told.Do(thread, site, "leave");
    }

    private static bool Holds(ReaderWriterLockSlim key, ReaderWriterMode mode) =>
        SimulatedThread.Running is not { } thread || StateOf(thread, key).Holds(thread, mode);

    private static ReaderWriterState StateOf(SimulatedThread thread, ReaderWriterLockSlim key) =>
        thread.Execution.Objects.StateOf(key, static _ => new ReaderWriterState());
}
