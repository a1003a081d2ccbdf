using AioBarrierAnalyzers.MemoryModel;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.WellKnown;

/// <summary>
/// Admitted: members that begin or end mutual exclusion (or the shared exclusion of readers). Each is an acquire or a release and never more, whatever the
/// implementation does inside (memory-model.md R11). A semaphore is not here: with more than one permit it excludes nobody, so whether it is a lock is for its
/// user to decide (see <see cref="WaitMembers"/>).
/// </summary>
internal static class LockMembers
{
    private const string Threading = "System.Threading";

    /// <summary><c>Mutex.WaitOne()</c>, declared on <c>WaitHandle</c>.</summary>
    internal static readonly MemberEffect MutexEnter = Effects.Enter() with { IsBlocking = true, Family = LockFamily.Mutex };

    /// <summary><c>Mutex.WaitOne(timeout)</c>, declared on <c>WaitHandle</c>.</summary>
    internal static readonly MemberEffect MutexTryEnter = Effects.TryEnter() with { IsBlocking = true, Family = LockFamily.Mutex };

    internal static readonly TypeRow[] Rows =
    {
        new TypeRow(Threading, "Monitor",
            new("Enter", Effects.Enter(0), parameters: 1),
            new("Enter", Effects.Enter(0, success: 1), parameters: 2),
            new("TryEnter", Effects.TryEnter(0, success: 1), parameters: 2, LastIsByRef),
            new("TryEnter", Effects.TryEnter(0, success: 2), parameters: 3, LastIsByRef),
            new("TryEnter", Effects.TryEnter(0)),
            new("Exit", Effects.Exit(0)),
            new("IsEntered", Effects.Question(0)),

            // Gives the lock back and takes it again; the thread sleeps between, so it is taken for a full fence ([INF], in doubt silent).
            new("Wait", MonitorWait(AtomicResult.None), parameters: 1),
            new("Wait", MonitorWait(AtomicResult.Success)),

            // Called under the lock, whose exit does the ordering.
            new("Pulse", Effects.Wake(MemoryAction.Nothing, 0)),
            new("PulseAll", Effects.Wake(MemoryAction.Nothing, 0))).With(static e => e with { Family = LockFamily.Monitor }),
        new TypeRow(Threading, "Lock",
            new("Enter", Effects.Enter()),
            new("EnterScope", Effects.Enter().With(MemberTraits.Scope)),
            new("TryEnter", Effects.TryEnter()),
            new("Exit", Effects.Exit()),
            new("get_IsHeldByCurrentThread", Effects.Question()),
            Constructors.Plain).With(static e => e with { Family = LockFamily.Lock }),
        new(Threading, "Lock+Scope",
            new MemberRow("Dispose", Effects.Exit())),
        new TypeRow(Threading, "SpinLock",
            new("Enter", Effects.Enter(success: 0)),
            new("TryEnter", Effects.TryEnter(success: 0), parameters: 1),
            new("TryEnter", Effects.TryEnter(success: 1), parameters: 2),

            // Exit(false) is a plain volatile store; the others do more, which nobody should count on.
            new("Exit", Effects.Exit()),
            new("get_IsHeld", Effects.Load(MemoryAction.AcquireLoad)),
            new("get_IsHeldByCurrentThread", Effects.Question()),
            new("get_IsThreadOwnerTrackingEnabled", Effects.Pure),
            Constructors.Plain).With(static e => e with { Family = LockFamily.SpinLock }),
        new TypeRow(Threading, "ReaderWriterLockSlim",
            new("EnterReadLock", Effects.Shared(Effects.Enter())),
            new("EnterUpgradeableReadLock", Effects.Upgradeable(Effects.Enter())),
            new("EnterWriteLock", Effects.Enter()),
            new("TryEnterReadLock", Effects.Shared(Effects.TryEnter())),
            new("TryEnterUpgradeableReadLock", Effects.Upgradeable(Effects.TryEnter())),
            new("TryEnterWriteLock", Effects.TryEnter()),
            new("ExitReadLock", Effects.Shared(Effects.Exit())),
            new("ExitUpgradeableReadLock", Effects.Upgradeable(Effects.Exit())),
            new("ExitWriteLock", Effects.Exit()),
            new("get_IsReadLockHeld", Effects.Shared(Effects.Question())),
            new("get_IsUpgradeableReadLockHeld", Effects.Upgradeable(Effects.Question())),
            new("get_IsWriteLockHeld", Effects.Question()),
            Constructors.Plain).With(OfReaderWriter),
        new TypeRow(Threading, "ReaderWriterLock",
            new("AcquireReaderLock", Effects.Shared(Effects.Enter())),
            new("AcquireWriterLock", Effects.Enter()),
            new("UpgradeToWriterLock", Effects.Enter()),
            new("DowngradeFromWriterLock", Effects.Exit()),
            new("ReleaseReaderLock", Effects.Shared(Effects.Exit())),
            new("ReleaseWriterLock", Effects.Exit()),
            new("ReleaseLock", Effects.Exit()),
            new("get_IsReaderLockHeld", Effects.Shared(Effects.Question())),
            new("get_IsWriterLockHeld", Effects.Question()),
            Constructors.Plain).With(OfReaderWriter),
        new TypeRow(Threading, "Mutex",
            new("ReleaseMutex", Effects.Exit()),
            new(".ctor", Effects.Pure, parameters: 0)).With(static e => e with { Family = LockFamily.Mutex }),
    };

    private static MemberEffect OfReaderWriter(MemberEffect effect) => effect with
    {
        Family = effect.IsUpgradeableLock ? LockFamily.UpgradeableRead : effect.IsSharedLock ? LockFamily.Read : LockFamily.Write,
    };

    private static MemberEffect MonitorWait(AtomicResult result) =>
        new(MemberRole.MonitorWait, MemoryAction.FullFence) { LocationParameter = 0, Result = result, IsBlocking = true };

    private static bool LastIsByRef(IMethodSymbol method) => method.Parameters[method.Parameters.Length - 1].RefKind != RefKind.None;
}
