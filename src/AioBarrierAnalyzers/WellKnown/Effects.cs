using AioBarrierAnalyzers.MemoryModel;

namespace AioBarrierAnalyzers.WellKnown;

/// <summary>Makes the effects of which the member tables consist.</summary>
internal static class Effects
{
    internal const int Receiver = MemberEffect.Receiver;
    internal const int Absent = MemberEffect.Absent;

    internal static readonly MemberEffect Unknown = default;
    internal static readonly MemberEffect Pure = new(MemberRole.Pure, MemoryAction.Nothing);
    internal static readonly MemberEffect Yield = new(MemberRole.Yield, MemoryAction.Nothing);

    internal static MemberEffect Load(MemoryAction action, int location = Receiver, AtomicResult result = AtomicResult.OldValue) =>
        new(MemberRole.Load, action) { LocationParameter = location, Result = result };

    internal static MemberEffect Store(MemoryAction action, int location = Receiver, int value = Absent) =>
        new(MemberRole.Store, action) { LocationParameter = location, ValueParameter = value };

    internal static MemberEffect Atomic(AtomicResult result, int location = Receiver, int value = Absent, int comparand = Absent, int delta = 0) =>
        new(MemberRole.ReadModifyWrite, MemoryAction.Atomic)
        {
            LocationParameter = location, ValueParameter = value, ComparandParameter = comparand, Result = result, Delta = delta,
        };

    internal static MemberEffect Fence(MemoryAction action) => new(MemberRole.Fence, action);

    internal static MemberEffect Enter(int location = Receiver, int success = Absent) =>
        new(MemberRole.LockEnter, MemoryAction.LockEnter) { LocationParameter = location, SuccessParameter = success };

    internal static MemberEffect TryEnter(int location = Receiver, int success = Absent) =>
        new(MemberRole.LockTryEnter, MemoryAction.LockEnter)
        {
            LocationParameter = location, SuccessParameter = success, Result = success == Absent ? AtomicResult.Success : AtomicResult.None,
        };

    internal static MemberEffect Exit(int location = Receiver) => new(MemberRole.LockExit, MemoryAction.LockExit) { LocationParameter = location };

    internal static MemberEffect Question(int location = Receiver) => new(MemberRole.LockQuestion, MemoryAction.Nothing) { LocationParameter = location };

    internal static MemberEffect Shared(MemberEffect effect) => effect with { IsSharedLock = true };

    internal static MemberEffect Upgradeable(MemberEffect effect) => effect with { IsSharedLock = true, IsUpgradeableLock = true };

    internal static MemberEffect Wait(MemoryAction action, int location = Receiver, AtomicResult result = AtomicResult.None) =>
        new(MemberRole.Wait, action) { LocationParameter = location, Result = result, IsBlocking = true };

    internal static MemberEffect Wake(MemoryAction action, int location = Receiver, int value = Absent, AtomicResult result = AtomicResult.None) =>
        new(MemberRole.Wake, action) { LocationParameter = location, ValueParameter = value, Result = result };

    internal static MemberEffect Start(MemoryAction action, int location = Absent) => new(MemberRole.Start, action) { LocationParameter = location };

    internal static MemberEffect Join(MemoryAction action, int location) => new(MemberRole.Join, action) { LocationParameter = location, IsBlocking = true };

    internal static MemberEffect TakeBack(MemoryAction action) => new(MemberRole.TakeBack, action) { LocationParameter = Receiver, IsBlocking = true };

    internal static MemberEffect Copy(int destination, int source) =>
        new(MemberRole.BlockCopy, MemoryAction.PlainStore) { LocationParameter = destination, ValueParameter = source };

    internal static MemberEffect Fill(int destination, int value = Absent) =>
        new(MemberRole.BlockFill, MemoryAction.PlainStore) { LocationParameter = destination, ValueParameter = value };

    internal static MemberEffect Alias(int location) => new(MemberRole.RefAlias, MemoryAction.Nothing) { LocationParameter = location };
}
