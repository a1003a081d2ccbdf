using System;
using System.Threading;

namespace Corpus.Extra.Aio2004WrapAround.After;

public sealed class RoundRobin
{
    private readonly string[] _hosts;
    private int _next = -1;

    public RoundRobin(string[] hosts) => _hosts = hosts;

    public string Pick()
    {
        uint at = (uint)Interlocked.Increment(ref _next);
        return _hosts[at % (uint)_hosts.Length];
    }
}
