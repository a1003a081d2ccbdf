using System;
using System.Threading;

namespace Corpus.Extra.Aio2007DeadlineValue.After;

public sealed class Watchdog
{
    private readonly ManualResetEventSlim _stop = new ManualResetEventSlim();
    private readonly Action _late;
    private Deadline _deadline;

    public Watchdog(Action late) => _late = late;

    public void Start() => new Thread(Poll) { IsBackground = true }.Start();

    public void Expect(int tick) => Volatile.Write(ref _deadline, new Deadline(tick));

    public void Done() => Volatile.Write(ref _deadline, null);

    public void Stop() => _stop.Set();

    private void Poll()
    {
        while (!_stop.Wait(50))
        {
            Deadline deadline = Volatile.Read(ref _deadline);
            if (deadline != null && Environment.TickCount - deadline.Tick > 0)
            {
                _late();
            }
        }
    }

    private sealed class Deadline
    {
        public Deadline(int tick) => Tick = tick;

        public int Tick { get; }
    }
}
