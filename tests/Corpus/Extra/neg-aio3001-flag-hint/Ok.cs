using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.NegAio3001FlagHint;

public sealed class Gatekeeper
{
    private readonly object _sync = new object();
    private readonly List<string> _names = new List<string>();
    private volatile bool _closed;
    private bool _full;

    public bool Add(string name)
    {
        if (_closed || _full)
        {
            return false;
        }

        lock (_sync)
        {
            if (_closed || _full)
            {
                return false;
            }

            _names.Add(name);
            _full = _names.Count == 100;
            return true;
        }
    }

    public void Close()
    {
        lock (_sync)
        {
            _closed = true;
            _names.Clear();
            _full = false;
        }
    }
}
