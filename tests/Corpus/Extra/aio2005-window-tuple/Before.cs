using System;
using System.Threading;

namespace Corpus.Extra.Aio2005WindowTuple.Before;

public sealed class Window : IDisposable
{
    private readonly Timer _timer;
    private readonly long _width;
    private (long From, long To) _bounds;

    public Window(long width)
    {
        _width = width;
        _timer = new Timer(_ => Slide(), null, 0, 1000);
    }

    public bool Contains(long at)
    {
        (long From, long To) bounds = _bounds;
        return bounds.From <= at && at < bounds.To;
    }

    public void Dispose() => _timer.Dispose();

    private void Slide()
    {
        long now = Environment.TickCount64;
        _bounds = (now - _width, now);
    }
}
