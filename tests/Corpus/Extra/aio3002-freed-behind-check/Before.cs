using System;
using System.Runtime.InteropServices;

namespace Corpus.Extra.Aio3002FreedBehindCheck.Before;

public sealed unsafe class LampStrip : IDisposable
{
    private readonly object _sync = new object();
    private readonly byte* _frame = (byte*)Marshal.AllocHGlobal(512);
    private bool _isClosed;

    public void Set(int lamp, byte level)
    {
        lock (_sync)
        {
            if (_isClosed)
            {
                throw new ObjectDisposedException(nameof(LampStrip));
            }
        }

        _frame[lamp & 511] = level;
    }

    public void Dispose()
    {
        lock (_sync)
        {
            if (_isClosed)
            {
                return;
            }

            _isClosed = true;
            Marshal.FreeHGlobal((IntPtr)_frame);
        }
    }
}
