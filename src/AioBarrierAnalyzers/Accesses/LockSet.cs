using System.Collections.Generic;

namespace AioBarrierAnalyzers.Accesses;

/// <summary>The locks held at a place, as an immutable set. A lock is known by the location that holds its object.</summary>
internal sealed class LockSet
{
    public static readonly LockSet Empty = new(new List<HeldLock>());

    private readonly List<HeldLock> _locks;

    private LockSet(List<HeldLock> locks) => _locks = locks;

    public IReadOnlyList<HeldLock> Locks => _locks;

    public bool IsEmpty => _locks.Count == 0;

    public LockSet Add(MemoryLocation location, bool isShared)
    {
        var next = new List<HeldLock>(_locks) { new(location, isShared) };
        return new LockSet(next);
    }

    public LockSet Remove(MemoryLocation location)
    {
        for (int i = _locks.Count - 1; i >= 0; i--)
        {
            if (_locks[i].Location.MayAlias(location))
            {
                var next = new List<HeldLock>(_locks);
                next.RemoveAt(i);
                return next.Count == 0 ? Empty : new LockSet(next);
            }
        }

        return this;
    }

    public bool SameAs(LockSet other) => _locks.Count == other._locks.Count && Meet(other)._locks.Count == _locks.Count;

    /// <summary>What is held on both of two paths.</summary>
    public LockSet Meet(LockSet other)
    {
        if (ReferenceEquals(this, other) || IsEmpty)
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

        return both.Count == _locks.Count ? this : both.Count == 0 ? Empty : new LockSet(both);
    }

    /// <summary>True where both hold a lock that keeps them apart: the same lock, not shared by both.</summary>
    public bool Excludes(LockSet other)
    {
        foreach (HeldLock held in _locks)
        {
            foreach (HeldLock twin in other._locks)
            {
                if (!(held.IsShared && twin.IsShared) && held.Location.MayAlias(twin.Location))
                    return true;
            }
        }

        return false;
    }

    /// <summary>A lock and how it is held.</summary>
    internal readonly struct HeldLock
    {
        public HeldLock(MemoryLocation location, bool isShared)
        {
            Location = location;
            IsShared = isShared;
        }

        public MemoryLocation Location { get; }

        /// <summary>Held as a reader, together with other readers.</summary>
        public bool IsShared { get; }
    }
}
