using System.Collections.Generic;

namespace AioBarrierAnalyzers.Accesses;

/// <summary>The locks held at a place, as an immutable set. A lock is known by the location that holds its object.</summary>
internal sealed class LockSet
{
    public static readonly LockSet Empty = new(new List<HeldLock>(), 0);

    private readonly List<HeldLock> _locks;

    private readonly int _unknown;

    private LockSet(List<HeldLock> locks, int unknown)
    {
        _locks = locks;
        _unknown = unknown;
    }

    public IReadOnlyList<HeldLock> Locks => _locks;

    public bool IsEmpty => _locks.Count == 0;

    /// <summary>Some lock is held of which nobody knows which one it is: it may be any.</summary>
    public bool HasUnknown => _unknown > 0;

    public LockSet Add(MemoryLocation location, bool isShared, bool isUpgradeable = false)
    {
        var next = new List<HeldLock>(_locks) { new(location, isShared, isUpgradeable) };
        return new LockSet(next, _unknown);
    }

    /// <summary>Takes a lock that is not known.</summary>
    public LockSet AddUnknown() => new(_locks, _unknown + 1);

    /// <summary>Gives a lock back that is not known: one of those, if there is any.</summary>
    public LockSet RemoveUnknown() => _unknown == 0 ? this : new LockSet(_locks, _unknown - 1);

    public LockSet Remove(MemoryLocation location)
    {
        for (int i = _locks.Count - 1; i >= 0; i--)
        {
            if (_locks[i].Location.MayAlias(location))
            {
                var next = new List<HeldLock>(_locks);
                next.RemoveAt(i);
                return next.Count == 0 && _unknown == 0 ? Empty : new LockSet(next, _unknown);
            }
        }

        return this;
    }

    /// <summary>How a lock is held: null where it is not. Held twice, the stronger way counts.</summary>
    public HeldLock? Find(MemoryLocation location)
    {
        HeldLock? found = null;
        foreach (HeldLock held in _locks)
        {
            if (held.Location.MayAlias(location) && (found is null || !held.IsShared))
                found = held;
        }

        return found;
    }

    public bool SameAs(LockSet other) => _unknown == other._unknown && _locks.Count == other._locks.Count && Meet(other)._locks.Count == _locks.Count;

    /// <summary>What is held on both of two paths.</summary>
    public LockSet Meet(LockSet other)
    {
        int unknown = System.Math.Max(_unknown, other._unknown);
        if (ReferenceEquals(this, other) || (IsEmpty && unknown == _unknown))
            return this;
        var both = new List<HeldLock>();
        foreach (HeldLock held in _locks)
        {
            foreach (HeldLock twin in other._locks)
            {
                if (twin.Location.Equals(held.Location))
                {
                    both.Add(held);
                    break;
                }
            }
        }

        return both.Count == _locks.Count && unknown == _unknown ? this : both.Count == 0 && unknown == 0 ? Empty : new LockSet(both, unknown);
    }

    /// <summary>True where both hold a lock that keeps them apart: the same lock, not shared by both.</summary>
    public bool Excludes(LockSet other)
    {
        foreach (HeldLock held in _locks)
        {
            foreach (HeldLock twin in other._locks)
            {
                if (!(held.IsShared && twin.IsShared && !(held.IsUpgradeable && twin.IsUpgradeable)) && held.Location.MayAlias(twin.Location))
                    return true;
            }
        }

        return false;
    }

    /// <summary>A lock and how it is held.</summary>
    internal readonly struct HeldLock
    {
        public HeldLock(MemoryLocation location, bool isShared, bool isUpgradeable)
        {
            Location = location;
            IsShared = isShared;
            IsUpgradeable = isUpgradeable;
        }

        public MemoryLocation Location { get; }

        /// <summary>Held as a reader, together with other readers.</summary>
        public bool IsShared { get; }

        /// <summary>Held as the one reader that may become the writer: it keeps others of its kind out, and writers.</summary>
        public bool IsUpgradeable { get; }
    }
}
