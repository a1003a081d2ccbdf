using System.Runtime.InteropServices;
using System.Threading;

namespace Corpus.Extra.NegAio3006WaitedUntilIdle;

public sealed unsafe class GatedBlock
{
    private byte* _block = (byte*)NativeMemory.Alloc(64);
    private int _inside;
    private volatile bool _closed;

    public bool Put(int at, byte value)
    {
        Interlocked.Increment(ref _inside);
        bool open = !_closed;
        if (open)
        {
            _block[at] = value;
        }

        Interlocked.Decrement(ref _inside);
        return open;
    }

    public void Close()
    {
        _closed = true;
        Interlocked.MemoryBarrier();
        var wait = new SpinWait();
        while (Volatile.Read(ref _inside) != 0)
        {
            wait.SpinOnce();
        }

        NativeMemory.Free(_block);
    }
}
