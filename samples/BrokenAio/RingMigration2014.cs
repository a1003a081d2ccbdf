// Linux, March 2014: "aio: v3 ensure access to ctx->ring_pages is correctly serialised for migration".
// The migrating thread copies the old ring and then puts the new one in its place; between the two, the reading thread stores its head into the old one.
// Around it: a ring that can be found before it is set up, pages freed while migration can still reach them, and an error path that keeps the mutex.

using System;
using System.Buffers;
using System.Collections.Generic;
using System.Threading;

namespace BrokenAio.RingMigration;

public sealed class RingPages
{
    public readonly long[] Events;
    public int Head;
    public int Tail;

    public RingPages(int capacity)
    {
        Events = new long[capacity];
    }
}

/// <summary>aio_migratepage() against aio_read_events_ring().</summary>
public sealed class MigratingRing
{
    private readonly object _completionLock = new();
    private RingPages _pages;

    public MigratingRing(int capacity)
    {
        _pages = new RingPages(capacity);
    }

    public bool Complete(long value)
    {
        lock (_completionLock)
        {
            RingPages pages = _pages;
            if (pages.Tail - Volatile.Read(ref pages.Head) == pages.Events.Length)
            {
                return false;
            }

            pages.Events[pages.Tail % pages.Events.Length] = value;
            Volatile.Write(ref pages.Tail, pages.Tail + 1);
            return true;
        }
    }

    public void Migrate()
    {
        lock (_completionLock)
        {
            RingPages old = _pages;
            var fresh = new RingPages(old.Events.Length) { Head = Volatile.Read(ref old.Head), Tail = old.Tail };
            Array.Copy(old.Events, fresh.Events, old.Events.Length);
            Volatile.Write(ref _pages, fresh);
        }
    }

    public int Read(Span<long> into)
    {
        RingPages pages = Volatile.Read(ref _pages);
        int head = pages.Head;
        int tail = Volatile.Read(ref pages.Tail);
        int count = 0;
        while (head != tail && count < into.Length)
        {
            into[count++] = pages.Events[head++ % pages.Events.Length];
        }

        Volatile.Write(ref pages.Head, head);
        return count;
    }
}

/// <summary>ioctx_alloc() and lookup_ioctx().</summary>
public sealed class ContextTable
{
    private const int Limit = 1024;

    private readonly object _ringLock = new();
    private readonly Dictionary<int, MappedContext> _contexts = new();
    private int _nextId;

    public int Allocate(int pages)
    {
        Monitor.Enter(_ringLock);
        if (_contexts.Count >= Limit)
        {
            return -11;
        }

        int id = ++_nextId;
        var context = new MappedContext();
        _contexts.Add(id, context);
        Monitor.Exit(_ringLock);

        context.SetUp(pages);
        return id;
    }

    public bool TryMigrate(int id, int page)
    {
        lock (_ringLock)
        {
            return _contexts.TryGetValue(id, out MappedContext? context) && context.MovePage(page);
        }
    }

    /// <summary>aio_free_ring().</summary>
    public void Free(int id)
    {
        MappedContext? context;
        lock (_ringLock)
        {
            if (!_contexts.TryGetValue(id, out context))
            {
                return;
            }
        }

        context.ReturnPages();
        lock (_ringLock)
        {
            _contexts.Remove(id);
        }
    }
}

public sealed class MappedContext
{
    private const int PageSize = 4096;

    private byte[][] _pages = Array.Empty<byte[]>();
    private int _count;

    internal void SetUp(int count)
    {
        _count = count;
        _pages = new byte[count][];
        for (int i = 0; i < count; i++)
        {
            _pages[i] = ArrayPool<byte>.Shared.Rent(PageSize);
        }
    }

    internal bool MovePage(int index)
    {
        if (index >= _count)
        {
            return false;
        }

        byte[] old = _pages[index];
        byte[] fresh = ArrayPool<byte>.Shared.Rent(PageSize);
        Buffer.BlockCopy(old, 0, fresh, 0, PageSize);
        _pages[index] = fresh;
        ArrayPool<byte>.Shared.Return(old);
        return true;
    }

    internal void ReturnPages()
    {
        foreach (byte[] page in _pages)
        {
            ArrayPool<byte>.Shared.Return(page);
        }
    }
}
