using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio2007CachedList.After;

public sealed class Catalog
{
    private readonly Func<List<string>> _load;
    private List<string> _names;

    public Catalog(Func<List<string>> load, AutoResetEvent changed)
    {
        _load = load;
        ThreadPool.QueueUserWorkItem(_ => Watch(changed));
    }

    public List<string> Names
    {
        get
        {
            List<string> names = _names;
            if (names != null)
            {
                return names;
            }

            List<string> loaded = _load();
            _names = loaded;
            return loaded;
        }
    }

    private void Watch(AutoResetEvent changed)
    {
        while (changed.WaitOne())
        {
            _names = null;
        }
    }
}
