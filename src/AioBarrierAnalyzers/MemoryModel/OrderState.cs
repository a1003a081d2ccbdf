using System;

namespace AioBarrierAnalyzers.MemoryModel;

/// <summary>
/// For one earlier access, the first: which accesses that come later in program order must also become visible later. Two facts, "loads from here on are
/// kept" and "stores from here on are kept"; they only ever grow along a path (<see cref="Then(MemoryAction)"/>) and only ever shrink where paths meet
/// (<see cref="Meet"/>), so a solver over them ends.
/// </summary>
/// <remarks>
/// Laws (each tested over all values): Meet is commutative, associative and idempotent, and <see cref="Everything"/> is its unit; Then is monotone and never
/// loses a fact; Then of an acquire that is ordered, or of a full fence, is everything. No barrier keeps loads without stores, so three of the four values
/// occur, they form a chain, and over them Then distributes over Meet. Two bits are enough because no barrier orders an access that lies between more strongly
/// than it orders the first one, unless that access is itself an acquire, and then it ends in everything.
/// </remarks>
internal readonly struct OrderState : IEquatable<OrderState>
{
    /// <summary>How many values <see cref="Value"/> has.</summary>
    public const int Count = 4;

    private const byte Loads = 1;
    private const byte Stores = 2;
    private const byte Both = Loads | Stores;

    private readonly byte _kept;
    private readonly byte _first;

    private OrderState(int kept, byte first)
    {
        _kept = (byte)kept;
        _first = first;
    }

    /// <summary>The facts as a number from 0 (nothing is kept) to 3 (everything is): bit 0 for later loads, bit 1 for later stores.</summary>
    public byte Value => _kept;

    /// <summary>Whether every later load is kept behind the first access.</summary>
    public bool KeepsLoads => (_kept & Loads) != 0;

    /// <summary>Whether every later store is kept behind the first access.</summary>
    public bool KeepsStores => (_kept & Stores) != 0;

    private bool FirstReads => (_first & Loads) != 0;

    private bool FirstWrites => (_first & Stores) != 0;

    public static bool operator ==(OrderState left, OrderState right) => left.Equals(right);

    public static bool operator !=(OrderState left, OrderState right) => !left.Equals(right);

    /// <summary>The state right after <paramref name="first"/>: an acquire, a read-modify-write or a full fence keeps everything, a store nothing.</summary>
    public static OrderState After(MemoryAction first) => new(KeptBy(first), PartsOf(first));

    /// <summary>The unit of <see cref="Meet"/> for the same first access: what holds at a point that no path has reached yet.</summary>
    public static OrderState Everything(MemoryAction first) => new(Both, PartsOf(first));

    /// <summary>The state whose <see cref="Value"/> is <paramref name="value"/>, for a caller that packs many states.</summary>
    public static OrderState Restore(MemoryAction first, byte value) => new(value & Both, PartsOf(first));

    /// <summary>Passes one action that comes next in program order.</summary>
    public OrderState Then(MemoryAction next) => Then(next, Dependency.None);

    /// <summary>Passes one action that comes next in program order and rests on the first access as <paramref name="onFirst"/> says.</summary>
    public OrderState Then(MemoryAction next, Dependency onFirst)
    {
        if (next.Kind == AccessKind.Fence) return new OrderState(_kept | KeptAcross(next), _first);

        // Transitive: what an ordered acquire (or full) action keeps behind itself stays behind the first access too. An ordered release passes nothing on.
        return next.IsAcquire && Orders(next, onFirst) ? new OrderState(Both, _first) : this;
    }

    /// <summary>Whether <paramref name="second"/>, here, is kept behind the first access. Its own release counts.</summary>
    public bool Orders(MemoryAction second) => Orders(second, Dependency.None);

    /// <summary>Whether <paramref name="second"/>, here, is kept behind the first access on whose value it rests as <paramref name="onFirst"/> says.</summary>
    public bool Orders(MemoryAction second, Dependency onFirst)
    {
        if (second.Kind == AccessKind.Fence) return (_kept | KeptAcross(second)) == Both;
        if (second.IsRelease) return true;
        if (FirstReads && onFirst == Dependency.Address) return true;

        var isLoad = second.Kind is AccessKind.Load or AccessKind.LockEnter;
        if (isLoad) return KeepsLoads;
        return KeepsStores || (FirstReads && onFirst == Dependency.Control);
    }

    /// <summary>What holds on all paths, where two of them meet. Both must speak of the same first access.</summary>
    public OrderState Meet(OrderState other) => new(_kept & other._kept, _first);

    /// <inheritdoc/>
    public bool Equals(OrderState other) => _kept == other._kept && _first == other._first;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is OrderState other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => (_first << 2) | _kept;

    /// <inheritdoc/>
    public override string ToString() => _kept switch
    {
        Both => "keeps everything",
        Loads => "keeps loads",
        Stores => "keeps stores",
        _ => "keeps nothing",
    };

    private static byte PartsOf(MemoryAction first) => first.Kind switch
    {
        AccessKind.Load or AccessKind.LockEnter => Loads,
        AccessKind.Store or AccessKind.LockExit => Stores,
        AccessKind.ReadModifyWrite => Both,
        _ => 0,
    };

    private static byte KeptBy(MemoryAction first) => first.IsAcquire || first == MemoryAction.FullFence ? Both : (byte)0;

    /// <summary>
    /// What a fence adds: a pair that starts with the first access, so its load half or its store half as the fence's mask has it. A first access that is both
    /// is kept as soon as both of its halves are.
    /// </summary>
    private byte KeptAcross(MemoryAction fence)
    {
        if (_first == 0) return fence == MemoryAction.FullFence ? Both : (byte)0;

        var loads = (!FirstReads || fence.Has(Ordering.LoadLoad)) && (!FirstWrites || fence.Has(Ordering.StoreLoad));
        var stores = (!FirstReads || fence.Has(Ordering.LoadStore)) && (!FirstWrites || fence.Has(Ordering.StoreStore));
        return (byte)((loads ? Loads : 0) | (stores ? Stores : 0));
    }
}
