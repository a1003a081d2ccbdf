using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio3005MonitorInHelpers.Before;

public sealed class SeatMap
{
    private readonly object _sync = new object();
    private readonly Dictionary<int, string> _seats = new Dictionary<int, string>();

    public bool TryReserve(int seat, string guest)
    {
        LockMap();
        if (_seats.ContainsKey(seat))
        {
            return false;
        }

        _seats.Add(seat, guest);
        UnlockMap();
        return true;
    }

    public void Free(int seat)
    {
        LockMap();
        try
        {
            _seats.Remove(seat);
        }
        finally
        {
            UnlockMap();
        }
    }

    private void LockMap()
    {
        Monitor.Enter(_sync);
    }

    private void UnlockMap()
    {
        Monitor.Exit(_sync);
    }
}
