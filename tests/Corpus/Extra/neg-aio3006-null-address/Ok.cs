using System;
using System.Runtime.InteropServices;
using System.Threading;

namespace Corpus.Extra.NegAio3006NullAddress;

/// <summary>A block of native memory that its owner frees, once; who reads through it has to be done by then, and finds no address later.</summary>
public sealed unsafe class PinnedTable : IDisposable
{
    private readonly int _entries;
    private IntPtr _memory;

    public PinnedTable(int entries)
    {
        _entries = entries;
        _memory = Marshal.AllocHGlobal(entries * sizeof(long));
    }

    public int Entries => _entries;

    /// <summary>Not to be called once the owner has disposed of the table.</summary>
    public long this[int index]
    {
        get
        {
            if ((uint)index >= (uint)_entries)
            {
                throw new ArgumentOutOfRangeException(nameof(index));
            }

            IntPtr memory = Volatile.Read(ref _memory);
            if (memory == IntPtr.Zero)
            {
                throw new ObjectDisposedException(nameof(PinnedTable));
            }

            return ((long*)memory)[index];
        }
    }

    public void Dispose()
    {
        IntPtr memory = Interlocked.Exchange(ref _memory, IntPtr.Zero);
        if (memory != IntPtr.Zero)
        {
            Marshal.FreeHGlobal(memory);
        }
    }
}
