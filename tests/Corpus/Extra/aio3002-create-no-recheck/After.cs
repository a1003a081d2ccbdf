using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio3002CreateNoRecheck.After;

public sealed class Link
{
    private readonly object _sync = new object();
    private readonly Func<IDisposable> _open;
    private IDisposable _current;

    public Link(Func<IDisposable> open)
    {
        _open = open;
    }

    public IDisposable Current
    {
        get
        {
            if (_current == null)
            {
                lock (_sync)
                {
                    if (_current == null)
                    {
                        _current = _open();
                    }
                }
            }

            return _current;
        }
    }

    public void Drop()
    {
        lock (_sync)
        {
            _current?.Dispose();
            _current = null;
        }
    }
}
