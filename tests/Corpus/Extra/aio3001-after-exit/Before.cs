using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio3001AfterExit.Before;

public sealed class Turnstile
{
    private readonly object _gate = new object();
    private readonly HashSet<int> _inside = new HashSet<int>();
    private int _entries;

    public bool Enter(int badge)
    {
        Monitor.Enter(_gate);
        bool added;
        try
        {
            added = _inside.Add(badge);
        }
        finally
        {
            Monitor.Exit(_gate);
        }

        _entries++;
        return added;
    }

    public void Leave(int badge)
    {
        lock (_gate)
        {
            if (_inside.Remove(badge))
            {
                _entries--;
            }
        }
    }

    public (int Inside, int Entries) Report()
    {
        lock (_gate)
        {
            return (_inside.Count, _entries);
        }
    }

    public void Close()
    {
        lock (_gate)
        {
            _inside.Clear();
            _entries = 0;
        }
    }
}
