using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio2003ThrottledProbe.Before;

public sealed class EndpointProbe
{
    private readonly Func<Uri, CancellationToken, Task<bool>> _probe;
    private readonly int _atOnce;

    public EndpointProbe(Func<Uri, CancellationToken, Task<bool>> probe, int atOnce)
    {
        _probe = probe;
        _atOnce = atOnce;
    }

    public async Task<bool> HasQuorumAsync(IReadOnlyList<Uri> endpoints, CancellationToken cancellation)
    {
        int healthy = 0;
        using (var room = new SemaphoreSlim(_atOnce))
        {
            var probes = new List<Task>(endpoints.Count);
            foreach (Uri endpoint in endpoints)
            {
                await room.WaitAsync(cancellation);
                probes.Add(Task.Run(async () =>
                {
                    try
                    {
                        if (await _probe(endpoint, cancellation))
                            healthy++;
                    }
                    finally
                    {
                        room.Release();
                    }
                }));
            }

            await Task.WhenAll(probes);
        }

        return healthy > endpoints.Count / 2;
    }
}
