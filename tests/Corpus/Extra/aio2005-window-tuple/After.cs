using System;
using System.Threading;

namespace Corpus.Extra.Aio2005WindowTuple.After;

public sealed class Window : IDisposable
{
    private readonly Timer _timer;
    private readonly long _width;
    private Tuple<long, long> _bounds = Tuple.Create(0L, 0L);

    public Window(long width)
    {
        _width = width;
        _timer = new Timer(_ => Slide(), null, 0, 1000);
    }

    public bool Contains(long at)
    {
        Tuple<long, long> bounds = Volatile.Read(ref _bounds);
        return bounds.Item1 <= at && at < bounds.Item2;
    }

    public void Dispose() => _timer.Dispose();

    private void Slide()
    {
        long now = Environment.TickCount64;
        Volatile.Write(ref _bounds, Tuple.Create(now - _width, now));
    }
}
