using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.NegAio3003SecondAsks;

public sealed class Seats
{
    private readonly object _gate = new object();
    private readonly HashSet<int> _free = new HashSet<int>();
    private readonly HashSet<int> _taken = new HashSet<int>();

    public void Take(int seat)
    {
        lock (_gate)
        {
            if (_free.Remove(seat))
            {
                _taken.Add(seat);
            }
        }
    }

    public void Repair(int seat)
    {
        lock (_gate)
        {
            _free.Remove(seat);
        }

        lock (_gate)
        {
            if (!_free.Contains(seat))
            {
                _taken.Add(seat);
            }
        }
    }
}
