using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio3001MeterTotal.Before;

public sealed class TrafficMeter
{
    private readonly Lock _lock = new Lock();
    private long _total;
    private long _peak;

    public void Sent(int bytes)
    {
        lock (_lock)
        {
            _total += bytes;
            _peak = Math.Max(_peak, bytes);
        }
    }

    public void Received(int bytes)
    {
        using (_lock.EnterScope())
        {
            _total += bytes;
            _peak = Math.Max(_peak, bytes);
        }
    }

    public void Dropped(int bytes)
    {
        _total -= bytes;
    }

    public (long Total, long Peak) Take()
    {
        _lock.Enter();
        try
        {
            var result = (_total, _peak);
            _total = 0;
            _peak = 0;
            return result;
        }
        finally
        {
            _lock.Exit();
        }
    }
}
