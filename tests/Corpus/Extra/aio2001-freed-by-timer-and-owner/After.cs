using System;
using System.Runtime.InteropServices;
using System.Threading;

namespace Corpus.Extra.Aio2001FreedByTimerAndOwner.After;

public sealed class ScratchBuffer : IDisposable
{
    private readonly Timer _expiry;
    private readonly IntPtr _memory;
    private int _isFreed;

    public ScratchBuffer(int bytes, TimeSpan lifetime)
    {
        _memory = Marshal.AllocHGlobal(bytes);
        _expiry = new Timer(_ => Dispose());
        _expiry.Change(lifetime, Timeout.InfiniteTimeSpan);
    }

    public bool IsFreed => Volatile.Read(ref _isFreed) != 0;

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isFreed, 1) != 0)
        {
            return;
        }

        _expiry.Dispose();
        Marshal.FreeHGlobal(_memory);
    }
}
