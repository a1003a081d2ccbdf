using System;
using System.Buffers;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.NegAio1001GracePeriod;

public sealed class PooledTable
{
    private int[] _entries;

    public PooledTable(ReadOnlySpan<int> entries)
    {
        Length = entries.Length;
        _entries = ArrayPool<int>.Shared.Rent(entries.Length);
        entries.CopyTo(_entries);
    }

    public int Length { get; }

    public int Lookup(uint hash) => Length == 0 ? -1 : _entries[hash % (uint)Length];

    internal void Free()
    {
        int[] entries = _entries;
        _entries = null;
        ArrayPool<int>.Shared.Return(entries);
    }
}

public sealed class RouteMap
{
    private sealed class ReaderSlot
    {
        public int Depth;
    }

    private readonly object _writeLock = new object();
    private readonly List<ReaderSlot> _slots = new List<ReaderSlot>();
    private readonly ThreadLocal<ReaderSlot> _mine;
    private PooledTable _table;

    public RouteMap(ReadOnlySpan<int> entries)
    {
        _table = new PooledTable(entries);
        _mine = new ThreadLocal<ReaderSlot>(Register);
    }

    public int Route(uint hash)
    {
        ReaderSlot slot = _mine.Value;
        Volatile.Write(ref slot.Depth, slot.Depth + 1);
        try
        {
            return Volatile.Read(ref _table).Lookup(hash);
        }
        finally
        {
            Volatile.Write(ref slot.Depth, slot.Depth - 1);
        }
    }

    public void Replace(ReadOnlySpan<int> entries)
    {
        var next = new PooledTable(entries);
        lock (_writeLock)
        {
            PooledTable old = _table;
            Volatile.Write(ref _table, next);
            Interlocked.MemoryBarrierProcessWide();
            foreach (ReaderSlot slot in _slots)
            {
                var spinner = new SpinWait();
                while (Volatile.Read(ref slot.Depth) != 0)
                {
                    spinner.SpinOnce();
                }
            }

            old.Free();
        }
    }

    private ReaderSlot Register()
    {
        var slot = new ReaderSlot();
        lock (_writeLock)
        {
            _slots.Add(slot);
        }

        return slot;
    }
}
