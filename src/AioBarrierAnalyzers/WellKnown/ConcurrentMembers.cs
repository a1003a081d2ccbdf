using AioBarrierAnalyzers.MemoryModel;

namespace AioBarrierAnalyzers.WellKnown;

/// <summary>
/// Admitted: members of the collections that several threads may use at once. Putting in is interlocked or under an internal lock: a full fence in fact, by no
/// document (memory-model.md section 2, row "Channel"; in doubt silent). Taking and looking are counted as the acquire that the hand-over of an
/// item needs, and no more: they may find nothing after one volatile read.
/// </summary>
internal static class ConcurrentMembers
{
    private const string Concurrent = "System.Collections.Concurrent";
    private const string Channels = "System.Threading.Channels";

    /// <summary>A look at the content.</summary>
    internal static readonly MemberEffect Look = Of(MemberRole.CollectionLook, MemoryAction.AcquireLoad);
    private static readonly MemberEffect TryLook = TryOf(MemberRole.CollectionLook, MemoryAction.AcquireLoad, 0);
    private static readonly MemberEffect Add = Of(MemberRole.CollectionAdd, MemoryAction.Atomic, 0);
    private static readonly MemberEffect TryAdd = TryOf(MemberRole.CollectionAdd, MemoryAction.Atomic, 0);
    private static readonly MemberEffect Take = Of(MemberRole.CollectionTake, MemoryAction.AcquireLoad);
    private static readonly MemberEffect TryTake = TryOf(MemberRole.CollectionTake, MemoryAction.AcquireLoad, 0);
    private static readonly MemberEffect TakeMany = Of(MemberRole.CollectionTake, MemoryAction.AcquireLoad, 0);
    private static readonly MemberEffect Clear = Of(MemberRole.CollectionClear, MemoryAction.Atomic);
    private static readonly MemberEffect State = Effects.Load(MemoryAction.AcquireLoad);
    private static readonly MemberEffect End = Effects.Wake(MemoryAction.Atomic);

    internal static readonly TypeRow[] Rows =
    {
        new(Concurrent, "ConcurrentQueue`1",
            new("Enqueue", Add),
            new("TryDequeue", TryTake),
            new("TryPeek", TryLook),
            new("get_IsEmpty", Look),
            new("get_Count", Look),
            new("CopyTo", Look),
            new("ToArray", Look),
            new("GetEnumerator", Look),
            new("Clear", Clear),
            Constructors.OfCollection),
        new(Concurrent, "ConcurrentStack`1",
            new("Push", Add),
            new("PushRange", Add),
            new("TryPop", TryTake),
            new("TryPopRange", TakeMany),
            new("TryPeek", TryLook),
            new("get_IsEmpty", Look),
            new("get_Count", Look),
            new("CopyTo", Look),
            new("ToArray", Look),
            new("GetEnumerator", Look),
            new("Clear", Clear),
            Constructors.OfCollection),
        new(Concurrent, "ConcurrentBag`1",
            new("Add", Add),
            new("TryTake", TryTake),
            new("TryPeek", TryLook),
            new("get_IsEmpty", Look),
            new("get_Count", Look),
            new("CopyTo", Look),
            new("ToArray", Look),
            new("GetEnumerator", Look),
            new("Clear", Clear),
            Constructors.OfCollection),
        new(Concurrent, "ConcurrentDictionary`2",
            new("TryAdd", TryOf(MemberRole.CollectionAdd, MemoryAction.Atomic, 1)),
            new("GetOrAdd", Of(MemberRole.CollectionAdd, MemoryAction.Atomic, 1)),
            new("AddOrUpdate", Of(MemberRole.CollectionAdd, MemoryAction.Atomic, 1)),
            new("TryUpdate", TryOf(MemberRole.CollectionAdd, MemoryAction.Atomic, 1) with { ComparandParameter = 2 }),
            new("set_Item", Of(MemberRole.CollectionAdd, MemoryAction.Atomic, 1)),
            new("TryRemove", TryOf(MemberRole.CollectionTake, MemoryAction.AcquireLoad, 1), parameters: 2),
            new("TryRemove", TryOf(MemberRole.CollectionTake, MemoryAction.AcquireLoad, MemberEffect.Absent)),
            new("TryGetValue", TryOf(MemberRole.CollectionLook, MemoryAction.AcquireLoad, 1)),
            new("get_Item", Look),
            new("ContainsKey", Look),
            new("get_IsEmpty", Look),
            new("get_Count", Look),
            new("get_Keys", Look),
            new("get_Values", Look),
            new("ToArray", Look),
            new("GetEnumerator", Look),
            new("Clear", Clear),
            Constructors.OfCollection),
        new(Concurrent, "BlockingCollection`1",
            new("Add", Blocking(Add)),
            new("TryAdd", TryAdd),
            new("Take", Blocking(Take)),
            new("TryTake", TryTake),
            new("AddToAny", Blocking(At(Of(MemberRole.CollectionAdd, MemoryAction.Atomic, 1), 0))),
            new("TryAddToAny", At(Of(MemberRole.CollectionAdd, MemoryAction.Atomic, 1), 0)),
            new("TakeFromAny", Blocking(At(Of(MemberRole.CollectionTake, MemoryAction.AcquireLoad, 1), 0))),
            new("TryTakeFromAny", At(Of(MemberRole.CollectionTake, MemoryAction.AcquireLoad, 1), 0)),
            new("GetConsumingEnumerable", Blocking(Take)),
            new("CompleteAdding", End),
            new("get_IsCompleted", State),
            new("get_IsAddingCompleted", State),
            new("get_BoundedCapacity", Effects.Pure),
            new("get_Count", Look),
            new("CopyTo", Look),
            new("ToArray", Look),
            Constructors.OfCollection),
        new(Concurrent, "IProducerConsumerCollection`1",
            new("TryAdd", TryAdd),
            new("TryTake", TryTake),
            new("CopyTo", Look),
            new("ToArray", Look)),
        new(Channels, "ChannelReader`1",
            new("TryRead", TryTake),
            new("TryPeek", TryLook),
            new("ReadAsync", Blocking(Take)),
            new("ReadAllAsync", Blocking(Take)),
            new("WaitToReadAsync", Effects.Wait(MemoryAction.AcquireLoad, result: AtomicResult.Success)),
            new("get_Count", Look),
            new("get_CanCount", Effects.Pure),
            new("get_CanPeek", Effects.Pure),
            new("get_Completion", Effects.Pure)),
        new(Channels, "ChannelWriter`1",
            new("TryWrite", TryAdd),
            new("WriteAsync", Blocking(Add)),
            new("WaitToWriteAsync", Effects.Wait(MemoryAction.AcquireLoad, result: AtomicResult.Success)),
            new("Complete", End.With(MemberTraits.Once)),
            new("TryComplete", Effects.Wake(MemoryAction.Atomic, result: AtomicResult.Success))),
        new(Channels, "Channel`2",
            new("get_Reader", Effects.Pure),
            new("get_Writer", Effects.Pure)),
        new(Channels, "Channel",
            new("CreateBounded", Effects.Pure),
            new("CreateUnbounded", Effects.Pure)),
    };

    private static MemberEffect Of(MemberRole role, MemoryAction action, int value = MemberEffect.Absent) =>
        new(role, action) { LocationParameter = MemberEffect.Receiver, ValueParameter = value, IsThreadSafe = true };

    private static MemberEffect TryOf(MemberRole role, MemoryAction action, int value) => Of(role, action, value) with { Result = AtomicResult.Success };

    private static MemberEffect At(MemberEffect effect, int location) => effect with { LocationParameter = location };

    private static MemberEffect Blocking(MemberEffect effect) => effect with { IsBlocking = true };
}
