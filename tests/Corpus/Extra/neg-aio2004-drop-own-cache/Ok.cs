using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.NegAio2004DropOwnCache;

public sealed class PartitionReceiver
{
    private readonly Func<List<string>> _makeCache;
    private List<string> _cache;

    public PartitionReceiver(Func<List<string>> makeCache) => _makeCache = makeCache;

    public int Start()
    {
        if (_cache != null)
        {
            _cache.Clear();
            _cache = null;
        }

        _cache = _makeCache();
        return _cache.Count;
    }

    public void Stop()
    {
        List<string> cache = Interlocked.Exchange(ref _cache, null);
        cache?.Clear();
    }
}
