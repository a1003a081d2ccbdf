using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio2001LooseBound.After;

/// <summary>Lets only so many downloads run at once for each host; what finds no place is turned away, and tries again later.</summary>
public sealed class HostThrottle
{
    private readonly int _maxPerHost;
    private readonly string _host;
    private readonly TimeSpan _retryAfter;
    private int _inFlight;
    private long _turnedAway;

    public HostThrottle(string host, int maxPerHost, TimeSpan retryAfter)
    {
        _host = host;
        _maxPerHost = maxPerHost;
        _retryAfter = retryAfter;
    }

    public string Host => _host;

    public long TurnedAway => Interlocked.Read(ref _turnedAway);

    public async Task<byte[]> DownloadAsync(Func<string, Task<byte[]>> get, CancellationToken cancellation)
    {
        while (!TryReserve())
        {
            Interlocked.Increment(ref _turnedAway);
            await Task.Delay(_retryAfter, cancellation).ConfigureAwait(false);
        }

        try
        {
            return await get(_host).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref _inFlight);
        }
    }

    public bool TryReserve()
    {
        if (Interlocked.Increment(ref _inFlight) <= _maxPerHost)
        {
            return true;
        }

        Interlocked.Decrement(ref _inFlight);
        return false;
    }
}
