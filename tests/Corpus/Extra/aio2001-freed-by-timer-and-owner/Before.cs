using System;
using System.Runtime.InteropServices;
using System.Threading;

namespace Corpus.Extra.Aio2001FreedByTimerAndOwner.Before;

public sealed class ScratchBuffer : IDisposable
{
    private readonly Timer _expiry;
    private readonly IntPtr _memory;
    private volatile bool _isFreed;

    public ScratchBuffer(int bytes, TimeSpan lifetime)
    {
        _memory = Marshal.AllocHGlobal(bytes);
        _expiry = new Timer(_ => Dispose());
        _expiry.Change(lifetime, Timeout.InfiniteTimeSpan);
    }

    public bool IsFreed => _isFreed;

    public void Dispose()
    {
        if (_isFreed)
        {
            return;
        }

        _isFreed = true;
        _expiry.Dispose();
        Marshal.FreeHGlobal(_memory);
    }
}
