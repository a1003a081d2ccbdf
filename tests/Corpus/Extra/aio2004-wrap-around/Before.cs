using System;
using System.Threading;

namespace Corpus.Extra.Aio2004WrapAround.Before;

public sealed class RoundRobin
{
    private readonly string[] _hosts;
    private int _next = -1;

    public RoundRobin(string[] hosts) => _hosts = hosts;

    public string Pick()
    {
        int at = Interlocked.Increment(ref _next);
        if (at >= _hosts.Length)
        {
            _next = 0;
            at = 0;
        }

        return _hosts[at];
    }
}
