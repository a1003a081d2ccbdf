using System;
using System.Runtime.InteropServices;
using System.Threading;

namespace Corpus.Extra.NegAio3002CountedUsers;

public sealed unsafe class Canvas : IDisposable
{
    private readonly object _sync = new object();
    private readonly int* _pixels = (int*)Marshal.AllocHGlobal(4096);
    private bool _isClosed;
    private int _users;

    public void Draw(int at, int colour)
    {
        lock (_sync)
        {
            if (_isClosed)
            {
                return;
            }

            _users++;
        }

        _pixels[at & 1023] = colour;
        lock (_sync)
        {
            if (--_users == 0)
            {
                Monitor.PulseAll(_sync);
            }
        }
    }

    public void Dispose()
    {
        lock (_sync)
        {
            _isClosed = true;
            while (_users > 0)
            {
                Monitor.Wait(_sync);
            }

            Marshal.FreeHGlobal((IntPtr)_pixels);
        }
    }
}
