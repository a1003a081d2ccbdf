using System;
using System.Collections.Generic;
using System.Net;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio2007RoundRobin.After;

public interface IResolver
{
    Task<IReadOnlyList<IPEndPoint>> ResolveAsync(string service, CancellationToken token);
}

public sealed class RoundRobinBalancer
{
    private readonly IResolver _resolver;
    private readonly string _service;
    private volatile IPEndPoint[] _endpoints = Array.Empty<IPEndPoint>();
    private int _next = -1;

    public RoundRobinBalancer(IResolver resolver, string service)
    {
        _resolver = resolver ?? throw new ArgumentNullException(nameof(resolver));
        _service = service ?? throw new ArgumentNullException(nameof(service));
    }

    public event Action<Exception> ResolutionFailed;

    public int Count => _endpoints.Length;

    public bool TryPick(out IPEndPoint endpoint)
    {
        IPEndPoint[] endpoints = _endpoints;
        if (endpoints.Length == 0)
        {
            endpoint = null;
            return false;
        }

        uint ticket = (uint)Interlocked.Increment(ref _next);
        endpoint = endpoints[ticket % (uint)endpoints.Length];
        return true;
    }

    public async Task RunAsync(TimeSpan period, CancellationToken token)
    {
        using PeriodicTimer timer = new PeriodicTimer(period);
        try
        {
            do
            {
                await RefreshAsync(token).ConfigureAwait(false);
            }
            while (await timer.WaitForNextTickAsync(token).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
        }
    }

    private async Task RefreshAsync(CancellationToken token)
    {
        try
        {
            IReadOnlyList<IPEndPoint> resolved = await _resolver.ResolveAsync(_service, token).ConfigureAwait(false);
            IPEndPoint[] fresh = new IPEndPoint[resolved.Count];
            for (int i = 0; i < fresh.Length; i++)
                fresh[i] = resolved[i];
            _endpoints = fresh;
        }
        catch (Exception e) when (!token.IsCancellationRequested)
        {
            ResolutionFailed?.Invoke(e);
        }
    }
}
