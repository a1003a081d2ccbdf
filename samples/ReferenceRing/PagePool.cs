using System;
using System.Collections.Generic;
using System.Numerics;

namespace ReferenceRing;

/// <summary>Pages for rings, not more than a limit at a time. All threads.</summary>
public sealed class PagePool
{
    private readonly object _lock = new();
    private readonly Stack<RingPage> _free = new();
    private readonly int _limit;
    private readonly int _slotsPerPage;
    private int _rented;

    /// <summary>Makes a pool.</summary>
    /// <param name="limit">How many pages may be out at a time.</param>
    /// <param name="slotsPerPage">How many events fit into a page, a power of two; 128 in a page of 4 KiB.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative limit, or slots that are not a power of two.</exception>
    public PagePool(int limit, int slotsPerPage = 128)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        if (!BitOperations.IsPow2(slotsPerPage))
        {
            throw new ArgumentOutOfRangeException(nameof(slotsPerPage), slotsPerPage, "The number of slots is a power of two.");
        }

        _limit = limit;
        _slotsPerPage = slotsPerPage;
    }

    /// <summary>How many events fit into a page.</summary>
    public int SlotsPerPage => _slotsPerPage;

    /// <summary>How many pages are out.</summary>
    public int Rented
    {
        get
        {
            lock (_lock)
            {
                return _rented;
            }
        }
    }

    /// <summary>Gives out a page; its content is what it was.</summary>
    /// <exception cref="InsufficientMemoryException">The limit is reached (ENOMEM).</exception>
    public RingPage Rent()
    {
        lock (_lock)
        {
            if (_rented == _limit)
            {
                throw new InsufficientMemoryException($"All {_limit} pages are in use.");
            }

            var page = _free.Count == 0 ? new RingPage(_slotsPerPage) : _free.Pop();
            page.IsFree = false;
            _rented++;
            return page;
        }
    }

    /// <summary>Takes a page back. Nobody may use it any longer.</summary>
    /// <exception cref="InvalidOperationException">It is back already.</exception>
    public void Return(RingPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        lock (_lock)
        {
            if (page.IsFree)
            {
                throw new InvalidOperationException("The page is in the pool already.");
            }

            page.IsFree = true;
            _rented--;
            _free.Push(page);
        }
    }
}
