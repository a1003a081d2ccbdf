using System;
using System.Runtime.InteropServices;
using System.Threading;

namespace Corpus.Extra.Aio3006NativeTimer.Before;

public sealed unsafe class NativeMeter : IDisposable
{
    private readonly Timer _timer;
    private int* _cells;
    private int _ticks;

    public NativeMeter(int cells)
    {
        _cells = (int*)NativeMemory.AllocZeroed((nuint)cells, sizeof(int));
        _timer = new Timer(Tick, null, 100, 100);
    }

    public int Ticks => Volatile.Read(ref _ticks);

    public void Dispose()
    {
        _timer.Dispose();
        NativeMemory.Free(_cells);
    }

    private void Tick(object state)
    {
        int n = Interlocked.Increment(ref _ticks);
        _cells[n & 7] = n;
    }
}
