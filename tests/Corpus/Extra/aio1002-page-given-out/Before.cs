using System;
using System.Runtime.InteropServices;
using System.Threading;

namespace Corpus.Extra.Aio1002PageGivenOut.Before;

[StructLayout(LayoutKind.Sequential)]
public struct PageHead
{
    public int Count;
    public int Taken;
}

public sealed unsafe class MeterPage
{
    private readonly PageHead* _head = (PageHead*)NativeMemory.AllocZeroed(4096);
    private readonly long* _entries;
    private int _count;

    public MeterPage() => _entries = (long*)(_head + 1);

    public IntPtr Address => (IntPtr)_head;

    public bool TryAdd(long entry)
    {
        if (_count - Volatile.Read(ref _head->Taken) == 256)
        {
            return false;
        }

        _entries[_count & 255] = entry;
        _count++;
        _head->Count = _count;
        return true;
    }
}
