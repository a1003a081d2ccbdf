using System;
using System.Threading;

/// <summary>The seal of a parcel: whoever wants to may wait until it is broken.</summary>
public sealed class ParcelSeal
{
    private readonly object _gate = new object();
    private EventWaitHandle _opened;
    private bool _isBroken;

    public bool IsBroken
    {
        get
        {
            lock (_gate)
            {
                return _isBroken;
            }
        }
    }

    public void Break()
    {
        lock (_gate)
        {
            _isBroken = true;
            _opened?.Set();
        }
    }

    public bool Await(TimeSpan time)
    {
        lock (_gate)
        {
            if (_isBroken)
                return true;
        }

        EventWaitHandle opened;
        lock (_gate)
        {
            opened = _opened ??= new ManualResetEvent(false);
            if (_isBroken)
                return true;
        }

        return opened.WaitOne(time);
    }
}
