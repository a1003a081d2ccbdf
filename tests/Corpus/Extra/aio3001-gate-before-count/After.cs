using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio3001GateBeforeCount;

/// <summary>Fares by zone. While the table is being changed, a lookup gives up at once and the caller takes the last fare that it knows.</summary>
public sealed class FareTable
{
    private readonly object _update = new object();
    private readonly Dictionary<int, decimal> _fares = new Dictionary<int, decimal>();
    private int _lookups;
    private int _isChanging;

    public bool TryGetFare(int zone, out decimal fare)
    {
        fare = 0;
        Interlocked.Increment(ref _lookups);
        try
        {
            return Volatile.Read(ref _isChanging) == 0 && _fares.TryGetValue(zone, out fare);
        }
        finally
        {
            Interlocked.Decrement(ref _lookups);
        }
    }

    public void SetFare(int zone, decimal fare)
    {
        lock (_update)
        {
            Close();
            _fares[zone] = fare;
            Volatile.Write(ref _isChanging, 0);
        }
    }

    public void RemoveZone(int zone)
    {
        lock (_update)
        {
            Close();
            _fares.Remove(zone);
            Volatile.Write(ref _isChanging, 0);
        }
    }

    private void Close()
    {
        Interlocked.Exchange(ref _isChanging, 1);
        var spinner = new SpinWait();
        while (Volatile.Read(ref _lookups) != 0)
        {
            spinner.SpinOnce();
        }
    }
}
