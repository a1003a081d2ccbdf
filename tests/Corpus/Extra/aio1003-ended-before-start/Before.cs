using System;
using System.Threading;

namespace Cases.EndedBeforeStart;

/// <summary>A loop that is asked to end: at once where it never ran, otherwise after a grace that the loop itself looks at.</summary>
public sealed class GraceLoop
{
    private const int Idle = 0;
    private const int Running = 1;
    private const int Ending = 2;
    private const int Ended = 3;

    private readonly Thread _thread;
    private int _state = Idle;
    private long _grace;

    public GraceLoop() => _thread = new Thread(Run) { IsBackground = true };

    public void Start()
    {
        if (Interlocked.CompareExchange(ref _state, Running, Idle) == Idle)
            _thread.Start();
    }

    public void End(TimeSpan grace)
    {
        int before;
        do
        {
            before = Volatile.Read(ref _state);
            if (before >= Ending)
                return;
        }
        while (Interlocked.CompareExchange(ref _state, Ending, before) != before);

        _grace = grace.Ticks;
        if (before == Idle)
            Interlocked.Exchange(ref _state, Ended);
    }

    private void Run()
    {
        while (Volatile.Read(ref _state) < Ending)
            Thread.Sleep(1);
        long until = DateTime.UtcNow.Ticks + _grace;
        while (DateTime.UtcNow.Ticks < until)
            Thread.Sleep(1);
    }
}
