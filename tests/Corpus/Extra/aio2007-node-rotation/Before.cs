using System;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio2007NodeRotation.Before;

public interface INodeResolver
{
    Task<Uri[]> ResolveAsync(string service, CancellationToken token);
}

public sealed class NodeRotation
{
    private readonly INodeResolver _resolver;
    private readonly string _service;
    private volatile Uri[] _nodes;
    private int _turn;

    public NodeRotation(INodeResolver resolver, string service, Uri seed, CancellationToken shutdown)
    {
        _resolver = resolver;
        _service = service;
        _nodes = new[] { seed };
        Refreshing = Task.Run(() => RefreshAsync(shutdown));
    }

    public Task Refreshing { get; }

    public Uri Next()
    {
        uint turn = (uint)Interlocked.Increment(ref _turn);
        return _nodes[turn % (uint)_nodes.Length];
    }

    private async Task RefreshAsync(CancellationToken shutdown)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(15));
        while (await timer.WaitForNextTickAsync(shutdown).ConfigureAwait(false))
        {
            Uri[] found = await _resolver.ResolveAsync(_service, shutdown).ConfigureAwait(false);
            if (found.Length > 0)
            {
                _nodes = found;
            }
        }
    }
}
