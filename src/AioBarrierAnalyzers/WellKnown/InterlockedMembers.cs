using AioBarrierAnalyzers.MemoryModel;

namespace AioBarrierAnalyzers.WellKnown;

/// <summary>
/// Admitted: one-step changes of a location that the caller passes by reference. <c>Interlocked</c> is a full fence, a compare-exchange that fails included
/// (memory-model.md section 2); the rest are built on it.
/// </summary>
internal static class InterlockedMembers
{
    internal static readonly TypeRow[] Rows =
    {
        new TypeRow("System.Threading", "Interlocked",
            new("Exchange", Effects.Atomic(AtomicResult.OldValue, 0, value: 1).With(MemberTraits.Exchange)),
            new("CompareExchange", Effects.Atomic(AtomicResult.OldValue, 0, value: 1, comparand: 2)),

            new("Increment", Effects.Atomic(AtomicResult.NewValue, 0, delta: 1)),
            new("Decrement", Effects.Atomic(AtomicResult.NewValue, 0, delta: -1)),
            new("Add", Effects.Atomic(AtomicResult.NewValue, 0, value: 1)),
            new("And", Effects.Atomic(AtomicResult.OldValue, 0, value: 1)),
            new("Or", Effects.Atomic(AtomicResult.OldValue, 0, value: 1)),

            // A compare-exchange of 0 with 0 inside: writes nothing new, so its role is a load, with the order of an atomic operation ([INF] in section 2).
            new("Read", Effects.Load(MemoryAction.Atomic, 0)),
            new("MemoryBarrier", Effects.Fence(MemoryAction.FullFence)),
            new("MemoryBarrierProcessWide", Effects.Fence(MemoryAction.FullFence) with { IsProcessWide = true }))
                .With(static e => e.With(MemberTraits.Variable)),

        // Only the first call of a location stores; every call is at least the volatile read of it (section 2, "safe publication").
        new("System.Threading", "LazyInitializer",
            new MemberRow("EnsureInitialized", new MemberEffect(MemberRole.ReadModifyWrite, MemoryAction.AcquireLoad)
            {
                LocationParameter = 0, Result = AtomicResult.NewValue,
            })),
        new("System.Collections.Immutable", "ImmutableInterlocked",
            new("Update", Effects.Atomic(AtomicResult.Success, 0)),
            new("InterlockedExchange", Effects.Atomic(AtomicResult.OldValue, 0, value: 1).With(MemberTraits.Exchange)),
            new("InterlockedCompareExchange", Effects.Atomic(AtomicResult.OldValue, 0, value: 1, comparand: 2)),
            new("InterlockedInitialize", Effects.Atomic(AtomicResult.Success, 0, value: 1)),
            new("Enqueue", Collection(MemberRole.CollectionAdd, 1)),
            new("Push", Collection(MemberRole.CollectionAdd, 1)),
            new("TryAdd", Collection(MemberRole.CollectionAdd, 2, AtomicResult.Success)),
            new("TryUpdate", Collection(MemberRole.CollectionAdd, 2, AtomicResult.Success)),
            new("GetOrAdd", Collection(MemberRole.CollectionAdd, 2)),
            new("AddOrUpdate", Collection(MemberRole.CollectionAdd, 2)),
            new("TryDequeue", Collection(MemberRole.CollectionTake, 1, AtomicResult.Success)),
            new("TryPop", Collection(MemberRole.CollectionTake, 1, AtomicResult.Success)),
            new("TryRemove", Collection(MemberRole.CollectionTake, 2, AtomicResult.Success))),
    };

    private static MemberEffect Collection(MemberRole role, int value, AtomicResult result = AtomicResult.None) =>
        new(role, MemoryAction.Atomic) { LocationParameter = 0, ValueParameter = value, Result = result, IsThreadSafe = true };
}
