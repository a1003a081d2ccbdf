using System;
using System.Runtime.InteropServices;
using System.Threading;

namespace Corpus.Extra.NegAio3006ReadersGated;

public sealed unsafe class GatedTable
{
    private readonly object _rebuildLock = new object();
    private readonly int _entries;
    private nint _table;
    private int _readers;
    private int _isReplacing;

    public GatedTable(int entries)
    {
        _entries = entries;
        _table = (nint)NativeMemory.AllocZeroed((nuint)entries, sizeof(ulong));
    }

    public bool TryLookup(int index, out ulong target)
    {
        target = 0;
        if ((uint)index >= (uint)_entries)
            throw new ArgumentOutOfRangeException(nameof(index));

        Interlocked.Increment(ref _readers);
        try
        {
            if (Volatile.Read(ref _isReplacing) != 0)
                return false;
            target = ((ulong*)Volatile.Read(ref _table))[index];
            return true;
        }
        finally
        {
            Interlocked.Decrement(ref _readers);
        }
    }

    public void Rebuild(ReadOnlySpan<ulong> targets)
    {
        if (targets.Length != _entries)
            throw new ArgumentException("wrong table size", nameof(targets));

        lock (_rebuildLock)
        {
            ulong* next = (ulong*)NativeMemory.Alloc((nuint)_entries, sizeof(ulong));
            targets.CopyTo(new Span<ulong>(next, _entries));
            nint old = _table;
            Interlocked.Exchange(ref _isReplacing, 1);
            var spinner = new SpinWait();
            while (Volatile.Read(ref _readers) != 0)
                spinner.SpinOnce();
            NativeMemory.Free((void*)old);
            Interlocked.Exchange(ref _table, (nint)next);
            Volatile.Write(ref _isReplacing, 0);
        }
    }
}
