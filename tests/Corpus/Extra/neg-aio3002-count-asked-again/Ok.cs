using System;
using System.Threading;

namespace Corpus.Extra.NegAio3002CountAskedAgain;

public sealed class CaptureDevice
{
    private readonly object _gate = new object();
    private readonly Func<IDisposable> _open;
    private int _users;
    private IDisposable _stream;

    public CaptureDevice(Func<IDisposable> open)
    {
        _open = open;
    }

    public void Enter()
    {
        if (Interlocked.Increment(ref _users) == 1)
        {
            lock (_gate)
            {
                if (Volatile.Read(ref _users) > 0 && _stream == null)
                    _stream = _open();
            }
        }
    }

    public void Leave()
    {
        if (Interlocked.Decrement(ref _users) == 0)
        {
            lock (_gate)
            {
                if (Volatile.Read(ref _users) == 0 && _stream != null)
                {
                    _stream.Dispose();
                    _stream = null;
                }
            }
        }
    }
}
