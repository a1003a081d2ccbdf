using System;
using System.Collections.Generic;
using System.Numerics;

namespace ReferenceRing;

/// <summary>
/// All rings, by number: what migration finds them through (ioctx_table and the private data of the mapping in one). Its lock is held for a whole migration,
/// so that a ring is not torn down under it.
/// </summary>
public sealed class RingTable
{
    private readonly object _mappingLock = new();
    private readonly Dictionary<int, MigratableRing> _rings = [];
    private readonly PagePool _pool;
    private readonly int _limit;
    private int _lastId;

    /// <summary>Makes an empty table.</summary>
    /// <param name="pool">Where the pages come from.</param>
    /// <param name="limit">The largest number of rings.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative limit.</exception>
    public RingTable(PagePool pool, int limit)
    {
        ArgumentNullException.ThrowIfNull(pool);
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        _pool = pool;
        _limit = limit;
    }

    /// <summary>ioctx_alloc(): makes an empty ring. Any thread.</summary>
    /// <param name="pageCount">The number of its pages, a power of two.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not a power of two.</exception>
    /// <exception cref="InsufficientMemoryException">The pool has not enough pages. What was got is given back.</exception>
    /// <exception cref="InvalidOperationException">The table is full. What was got is given back.</exception>
    public MigratableRing Create(int pageCount)
    {
        if (!BitOperations.IsPow2(pageCount))
        {
            throw new ArgumentOutOfRangeException(nameof(pageCount), pageCount, "The number of pages is a power of two.");
        }

        var ring = new MigratableRing(_pool, pageCount);
        ring.SetUp(this);
        return ring;
    }

    /// <summary>Replaces a page of a ring by a new one with the same content. Any thread.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The ring has no such page.</exception>
    /// <exception cref="InsufficientMemoryException">The pool has no page. The ring is as it was.</exception>
    public MigrationResult Migrate(int id, int page)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(page);
        lock (_mappingLock)
        {
            if (!_rings.TryGetValue(id, out var ring))
            {
                return MigrationResult.Gone;
            }

            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(page, ring.PageCount);
            return ring.TryMigrate(page);
        }
    }

    /// <summary>Takes a ring out of the table, then gives its pages back. Any thread.</summary>
    /// <returns>False when there is no such ring.</returns>
    public bool Destroy(int id)
    {
        MigratableRing? ring;
        lock (_mappingLock)
        {
            // Disconnected first: no migration is going on, and none will find it.
            if (!_rings.Remove(id, out ring))
            {
                return false;
            }
        }

        ring.TearDown();
        return true;
    }

    /// <summary>ioctx_add_table(). Under the ring lock of the new ring.</summary>
    internal int Add(MigratableRing ring)
    {
        lock (_mappingLock)
        {
            if (_rings.Count >= _limit)
            {
                throw new InvalidOperationException($"The table is full: it has {_limit} rings.");
            }

            var id = ++_lastId;
            _rings.Add(id, ring);
            return id;
        }
    }
}
