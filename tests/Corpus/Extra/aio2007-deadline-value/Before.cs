using System;
using System.Threading;

namespace Corpus.Extra.Aio2007DeadlineValue.Before;

public sealed class Watchdog
{
    private readonly ManualResetEventSlim _stop = new ManualResetEventSlim();
    private readonly Action _late;
    private int? _deadline;

    public Watchdog(Action late) => _late = late;

    public void Start() => new Thread(Poll) { IsBackground = true }.Start();

    public void Expect(int tick) => _deadline = tick;

    public void Done() => _deadline = null;

    public void Stop() => _stop.Set();

    private void Poll()
    {
        while (!_stop.Wait(50))
        {
            if (_deadline.HasValue && Environment.TickCount - _deadline.Value > 0)
            {
                _late();
            }
        }
    }
}
