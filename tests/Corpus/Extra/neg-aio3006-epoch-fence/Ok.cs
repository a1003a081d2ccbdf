using System;
using System.Runtime.InteropServices;
using System.Threading;

namespace Corpus.Extra.NegAio3006EpochFence;

public sealed unsafe class NativeConfig : IDisposable
{
    private readonly int[] _inside;
    private nint _values;

    public NativeConfig(int readers, int size)
    {
        _inside = new int[readers * 16];
        _values = (nint)NativeMemory.AllocZeroed((nuint)size, sizeof(int));
    }

    public int Get(int reader, int index)
    {
        ref int inside = ref _inside[reader * 16];
        Interlocked.Exchange(ref inside, 1);
        try
        {
            int* values = (int*)Volatile.Read(ref _values);
            return values == null ? 0 : values[index];
        }
        finally
        {
            Volatile.Write(ref inside, 0);
        }
    }

    public void Dispose()
    {
        nint old = Volatile.Read(ref _values);
        Volatile.Write(ref _values, 0);
        Interlocked.MemoryBarrier();
        for (int i = 0; i < _inside.Length; i += 16)
        {
            while (Volatile.Read(ref _inside[i]) != 0)
            {
                Thread.Yield();
            }
        }

        NativeMemory.Free((void*)old);
    }
}
