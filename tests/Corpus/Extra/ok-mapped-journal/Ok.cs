using System;
using System.IO.MemoryMappedFiles;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Threading;

namespace Corpus.Extra.OkMappedJournal;

[StructLayout(LayoutKind.Sequential)]
public struct LedgerLine
{
    public long Account;
    public long Amount;
}

public sealed unsafe class MappedLedger : IDisposable
{
    private readonly MemoryMappedViewAccessor _view;
    private readonly int _capacity;
    private readonly byte* _start;
    private bool _disposed;

    public MappedLedger(MemoryMappedFile file)
    {
        _view = file.CreateViewAccessor();
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
        _capacity = (int)((_view.Capacity - 64) / sizeof(LedgerLine));
    }

    private ref long Count => ref Unsafe.AsRef<long>(_start);

    private ref LedgerLine Line(long index)
    {
        ref LedgerLine first = ref Unsafe.As<byte, LedgerLine>(ref Unsafe.Add(ref *_start, 64));
        return ref Unsafe.Add(ref first, (nint)index);
    }

    /// <summary>The one writing process.</summary>
    public bool Append(long account, long amount)
    {
        long count = Count;
        if (count == _capacity)
        {
            return false;
        }

        ref LedgerLine line = ref Line(count);
        line.Account = account;
        line.Amount = amount;
        Volatile.Write(ref Count, count + 1);
        return true;
    }

    public long Balance(long account)
    {
        long balance = 0;
        long count = Volatile.Read(ref Count);
        for (long i = 0; i < count; i++)
        {
            ref readonly LedgerLine line = ref Line(i);
            balance += line.Account == account ? line.Amount : 0;
        }

        return balance;
    }

    public void Dispose()
    {
        if (!_disposed)
        {
            _disposed = true;
            _view.SafeMemoryMappedViewHandle.ReleasePointer();
            _view.Dispose();
        }
    }
}
