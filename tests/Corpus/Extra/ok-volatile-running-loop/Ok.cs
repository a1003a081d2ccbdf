using System;
using System.Diagnostics;
using System.Threading;

namespace Corpus.Extra.OkVolatileRunningLoop;

public sealed class FrameTicker
{
    private readonly Action<TimeSpan> _tick;
    private volatile bool _running = true;
    private Thread _thread;
    private int _frames;
    private long _busyTicks;

    public FrameTicker(Action<TimeSpan> tick)
    {
        _tick = tick;
    }

    public void Start()
    {
        _thread = new Thread(Loop) { Name = "ticker" };
        _thread.Start();
    }

    public (int Frames, TimeSpan Busy) Stop()
    {
        _running = false;
        _thread.Join();
        return (_frames, TimeSpan.FromTicks(_busyTicks));
    }

    private void Loop()
    {
        var clock = Stopwatch.StartNew();
        TimeSpan last = clock.Elapsed;
        while (_running)
        {
            TimeSpan now = clock.Elapsed;
            _tick(now - last);
            last = now;
            _frames++;
            _busyTicks += (clock.Elapsed - now).Ticks;
            Thread.Sleep(16);
        }
    }
}
