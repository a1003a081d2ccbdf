using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.NegAio3001ThenRefreshing;

public sealed class RouteList
{
    private readonly object _sync = new();
    private readonly PeriodicTimer _timer = new(System.TimeSpan.FromSeconds(5));
    private List<string> _known = new();
    private List<string> _live = new();
    private Task _refreshing;

    public async Task Start()
    {
        List<string> found = await Find();
        _known = _live = new List<string>(found);
        _refreshing ??= Refresh();
    }

    public void MarkAsDead(string route)
    {
        lock (_sync)
        {
            var copy = new List<string>(_live);
            copy.Remove(route);
            _live = copy;
        }
    }

    public string First()
    {
        lock (_sync)
        {
            if (_live.Count == 0)
                _live = _known;
            return _live.Count == 0 ? null : _live[0];
        }
    }

    private async Task Refresh()
    {
        while (await _timer.WaitForNextTickAsync())
        {
            List<string> found = await Find();
            lock (_sync)
            {
                _known = found;
                _live = new List<string>(found);
            }
        }
    }

    private static Task<List<string>> Find() => Task.FromResult(new List<string> { "a" });
}
