using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.NegAio3002Dcl;

public sealed class Catalog
{
    private readonly object _gate = new object();
    private readonly Func<string[]> _load;
    private string[] _entries;
    private object _index;

    public Catalog(Func<string[]> load)
    {
        _load = load;
    }

    public string[] Entries
    {
        get
        {
            if (_entries == null)
            {
                lock (_gate)
                {
                    if (_entries == null)
                    {
                        _entries = _load();
                    }
                }
            }

            return _entries;
        }
    }

    public object Index
    {
        get
        {
            if (_index != null)
            {
                return _index;
            }

            lock (_gate)
            {
                EnsureIndex();
                return _index;
            }
        }
    }

    private void EnsureIndex()
    {
        if (_index == null)
        {
            _index = new object();
        }
    }
}
