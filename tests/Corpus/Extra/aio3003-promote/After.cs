using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio3003Promote.After;

public sealed class Priorities
{
    private readonly object _gate = new object();
    private readonly List<int> _high = new List<int>();
    private readonly List<int> _low = new List<int>();

    public void Demote(int job)
    {
        lock (_gate)
        {
            _high.Remove(job);
            _low.Add(job);
        }
    }

    public void Promote(int job)
    {
        lock (_gate)
        {
            _low.Remove(job);
            _high.Add(job);
        }
    }

    public bool Has(int job)
    {
        lock (_gate)
        {
            return _high.Contains(job) || _low.Contains(job);
        }
    }
}
