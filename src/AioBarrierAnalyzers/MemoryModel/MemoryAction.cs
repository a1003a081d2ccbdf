using System;

namespace AioBarrierAnalyzers.MemoryModel;

/// <summary>
/// One thing that a thread does to memory, with the order that comes with it. A closed set: the values below are all there are. The ordering of a load
/// speaks of the load as the earlier of two accesses, that of a store as the later of two, that of a fence of any pair around it (memory-model.md section 1);
/// a read-modify-write does all three.
/// </summary>
internal readonly struct MemoryAction : IEquatable<MemoryAction>
{
    /// <summary>Does nothing and orders nothing: an opaque call, a sleep, a P/Invoke (memory-model.md section 2, last row).</summary>
    public static readonly MemoryAction Nothing = new(AccessKind.Fence, Ordering.None);

    /// <summary>An ordinary load ("Ordinary memory accesses").</summary>
    public static readonly MemoryAction PlainLoad = new(AccessKind.Load, Ordering.None);

    /// <summary>A volatile load, <c>Volatile.Read</c>: nothing later moves before it ("Volatile reads have acquire semantics").</summary>
    public static readonly MemoryAction AcquireLoad = new(AccessKind.Load, Ordering.LoadLoad | Ordering.LoadStore);

    /// <summary>An ordinary store.</summary>
    public static readonly MemoryAction PlainStore = new(AccessKind.Store, Ordering.None);

    /// <summary>
    /// A volatile store, <c>Volatile.Write</c>: nothing earlier moves behind it. A store-release and not a release fence: later stores may still move before it
    /// (memory-model.md section 9).
    /// </summary>
    public static readonly MemoryAction ReleaseStore = new(AccessKind.Store, Ordering.LoadStore | Ordering.StoreStore);

    /// <summary>An <c>Interlocked</c> operation, also a compare-exchange that fails: a full fence (memory-model.md section 2).</summary>
    public static readonly MemoryAction Atomic = new(AccessKind.ReadModifyWrite, Ordering.Full);

    /// <summary><c>Interlocked.MemoryBarrier</c> ("Full-fence operations"): alone with <see cref="Atomic"/> in keeping a store before a load.</summary>
    public static readonly MemoryAction FullFence = new(AccessKind.Fence, Ordering.Full);

    /// <summary><c>Volatile.ReadBarrier</c>: every earlier load stays before everything later (memory-model.md section 1).</summary>
    public static readonly MemoryAction ReadBarrier = new(AccessKind.Fence, Ordering.LoadLoad | Ordering.LoadStore);

    /// <summary><c>Volatile.WriteBarrier</c>: everything earlier stays before every later store (memory-model.md section 1).</summary>
    public static readonly MemoryAction WriteBarrier = new(AccessKind.Fence, Ordering.LoadStore | Ordering.StoreStore);

    /// <summary>Taking a lock: an acquire and, by the document, no more ("Operations with acquire semantics"; memory-model.md R11).</summary>
    public static readonly MemoryAction LockEnter = new(AccessKind.LockEnter, Ordering.LoadLoad | Ordering.LoadStore);

    /// <summary>Giving a lock back: a release and no more ("Operations with release semantics"; memory-model.md R11).</summary>
    public static readonly MemoryAction LockExit = new(AccessKind.LockExit, Ordering.LoadStore | Ordering.StoreStore);

    private MemoryAction(AccessKind kind, Ordering ordering)
    {
        Kind = kind;
        Ordering = ordering;
    }

    /// <summary>What it does.</summary>
    public AccessKind Kind { get; }

    /// <summary>The reorderings it forbids.</summary>
    public Ordering Ordering { get; }

    /// <summary>Whether it is an access that orders nothing.</summary>
    public bool IsPlain => Ordering == Ordering.None && Kind is AccessKind.Load or AccessKind.Store;

    /// <summary>Whether everything later stays behind it.</summary>
    internal bool IsAcquire => Kind is AccessKind.Load or AccessKind.ReadModifyWrite or AccessKind.LockEnter && Has(Ordering.LoadLoad | Ordering.LoadStore);

    /// <summary>Whether everything earlier stays before it.</summary>
    internal bool IsRelease => Kind is AccessKind.Store or AccessKind.ReadModifyWrite or AccessKind.LockExit && Has(Ordering.LoadStore | Ordering.StoreStore);

    public static bool operator ==(MemoryAction left, MemoryAction right) => left.Equals(right);

    public static bool operator !=(MemoryAction left, MemoryAction right) => !left.Equals(right);

    /// <summary>Whether all of <paramref name="ordering"/> is forbidden by this action.</summary>
    internal bool Has(Ordering ordering) => (Ordering & ordering) == ordering;

    /// <inheritdoc/>
    public bool Equals(MemoryAction other) => Kind == other.Kind && Ordering == other.Ordering;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is MemoryAction other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => ((int)Kind << 4) | (int)Ordering;

    /// <inheritdoc/>
    public override string ToString() => $"{Kind}({Ordering})";
}
