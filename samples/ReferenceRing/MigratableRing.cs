using System;
using System.Threading;

namespace ReferenceRing;

/// <summary>A ring in pages that can be replaced, one by one, while other threads complete and read (Linux, March 2014).</summary>
/// <remarks>
/// Two locks. The completion lock is for who completes; the ring lock is for who reads, sets up or tears down. The pages are replaced under both, so that
/// either is enough to use them. The ring lock is taken before the completion lock, and the mapping lock of <see cref="RingTable"/> is taken under the ring
/// lock by set-up but before it by migration, which therefore only tries to take the ring lock.
/// </remarks>
public sealed class MigratableRing
{
    private readonly object _completionLock = new();
    private readonly object _ringLock = new();
    private readonly PagePool _pool;
    private readonly int _pageCount;
    // Null before set-up and after teardown. It and its elements are stored under both locks, except while no other thread can complete yet.
    private RingPage[]? _pages;

    internal MigratableRing(PagePool pool, int pageCount)
    {
        _pool = pool;
        _pageCount = pageCount;
    }

    /// <summary>The number of events it can hold.</summary>
    public int Capacity => _pageCount * _pool.SlotsPerPage;

    /// <summary>The number of pages.</summary>
    public int PageCount => _pageCount;

    /// <summary>The number in its table, as its header has it.</summary>
    /// <exception cref="ObjectDisposedException">The ring is torn down.</exception>
    public int Id
    {
        get
        {
            lock (_ringLock)
            {
                return Pages[0].Id;
            }
        }
    }

    // Under either lock.
    private RingPage[] Pages => _pages ?? throw new ObjectDisposedException(nameof(MigratableRing));

    /// <summary>aio_complete(): puts an event into the ring. Any thread.</summary>
    /// <returns>False when the ring is full.</returns>
    /// <exception cref="ObjectDisposedException">The ring is torn down.</exception>
    public bool TryComplete(in IoEvent completed)
    {
        lock (_completionLock)
        {
            var pages = Pages;
            var header = pages[0];
            var tail = header.Tail;
            // The locks of the two sides are not the same. A slot is written only after its last read: pairs with the Volatile.Write of Head in Read.
            if (tail - Volatile.Read(ref header.Head) == Capacity)
            {
                return false;
            }

            Slot(pages, tail) = completed;
            // The event before the tail: pairs with the Volatile.Read of Tail in Read.
            Volatile.Write(ref header.Tail, tail + 1);
            return true;
        }
    }

    /// <summary>aio_read_events_ring(): takes the oldest events, as many as there are and fit. Any thread.</summary>
    /// <returns>How many were taken.</returns>
    /// <exception cref="ObjectDisposedException">The ring is torn down.</exception>
    public int Read(Span<IoEvent> into)
    {
        // Under the ring lock no page is replaced: the head is stored into the page that will be read next time.
        lock (_ringLock)
        {
            var pages = Pages;
            var header = pages[0];
            var head = header.Head;
            // An event is read only after the tail that says it is there: pairs with the Volatile.Write of Tail in TryComplete.
            var count = Math.Min(Volatile.Read(ref header.Tail) - head, into.Length);
            for (var i = 0; i < count; i++)
            {
                into[i] = Slot(pages, head + i);
            }

            // The reads before the slots are given back: pairs with the Volatile.Read of Head in TryComplete.
            Volatile.Write(ref header.Head, head + count);
            return count;
        }
    }

    /// <summary>
    /// aio_setup_ring(): gets the pages and enters the table. The ring lock is held until all is done, so that migration, which finds the ring in the
    /// table, keeps off.
    /// </summary>
    internal void SetUp(RingTable table)
    {
        lock (_ringLock)
        {
            var pages = RentPages();
            try
            {
                _pages = pages;
                pages[0].Id = table.Add(this);
            }
            catch
            {
                _pages = null;
                ReturnPages(pages, pages.Length);
                throw;
            }
        }
    }

    /// <summary>aio_migratepage(). Under the mapping lock of the table, so that the ring is not torn down meanwhile.</summary>
    internal MigrationResult TryMigrate(int index)
    {
        if (!Monitor.TryEnter(_ringLock))
        {
            return MigrationResult.Busy;
        }

        try
        {
            var pages = Pages;
            // The one thing that can fail comes before anything has changed.
            var fresh = _pool.Rent();
            var old = pages[index];
            lock (_completionLock)
            {
                fresh.CopyFrom(old);
                pages[index] = fresh;
            }

            // Nobody reaches the old page any longer: it could only be found under one of the two locks.
            _pool.Return(old);
            return MigrationResult.Migrated;
        }
        finally
        {
            Monitor.Exit(_ringLock);
        }
    }

    /// <summary>aio_free_ring(), once the table does not lead here any longer.</summary>
    internal void TearDown()
    {
        RingPage[] pages;
        lock (_ringLock)
        {
            lock (_completionLock)
            {
                pages = Pages;
                _pages = null;
            }
        }

        ReturnPages(pages, pages.Length);
    }

    private ref IoEvent Slot(RingPage[] pages, int position)
    {
        var slot = position & (Capacity - 1);
        return ref pages[slot / _pool.SlotsPerPage].Events[slot % _pool.SlotsPerPage];
    }

    private RingPage[] RentPages()
    {
        var pages = new RingPage[_pageCount];
        var count = 0;
        try
        {
            for (; count < pages.Length; count++)
            {
                pages[count] = _pool.Rent();
            }
        }
        catch
        {
            ReturnPages(pages, count);
            throw;
        }

        pages[0].Head = 0;
        pages[0].Tail = 0;
        return pages;
    }

    private void ReturnPages(RingPage[] pages, int count)
    {
        for (var i = 0; i < count; i++)
        {
            _pool.Return(pages[i]);
        }
    }
}
