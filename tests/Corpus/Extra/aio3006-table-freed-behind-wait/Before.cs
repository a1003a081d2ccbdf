using System;
using System.Runtime.InteropServices;
using System.Threading;

namespace Corpus.Extra.Aio3006TableFreedBehindWait.Before;

public sealed unsafe class DispatchTable : IDisposable
{
    private readonly object _rebuildLock = new object();
    private readonly int _entries;
    private nint _table;
    private int _readers;
    private bool _disposed;

    public DispatchTable(int entries)
    {
        _entries = entries;
        _table = (nint)NativeMemory.AllocZeroed((nuint)entries, sizeof(ulong));
    }

    public ulong Lookup(int index)
    {
        if ((uint)index >= (uint)_entries)
            throw new ArgumentOutOfRangeException(nameof(index));

        Interlocked.Increment(ref _readers);
        try
        {
            ulong* table = (ulong*)Volatile.Read(ref _table);
            return table == null ? 0 : table[index];
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
            if (_disposed)
                throw new ObjectDisposedException(nameof(DispatchTable));
            ulong* next = (ulong*)NativeMemory.Alloc((nuint)_entries, sizeof(ulong));
            targets.CopyTo(new Span<ulong>(next, _entries));
            Replace((nint)next);
        }
    }

    public void Dispose()
    {
        lock (_rebuildLock)
        {
            if (_disposed)
                return;
            _disposed = true;
            Replace(0);
        }
    }

    private void Replace(nint next)
    {
        nint old = _table;
        WaitForReaders();
        NativeMemory.Free((void*)old);
        Interlocked.Exchange(ref _table, next);
    }

    private void WaitForReaders()
    {
        var spinner = new SpinWait();
        while (Volatile.Read(ref _readers) != 0)
            spinner.SpinOnce();
    }
}
