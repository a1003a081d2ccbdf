using System;
using System.Threading;

namespace Cases.StateCallback;

/// <summary>A pump that a timer drives; its callback gets the pump as an object and casts it back.</summary>
public class Pump : PumpBase
{
    private const int Running = 1;
    private const int Draining = 2;

    private readonly Timer _timer;
    private int _state = Running;
    private long _drainUntil;
    private long _quietFor;

    public Pump()
    {
        _timer = new Timer(OnTick, this, Timeout.Infinite, Timeout.Infinite);
    }

    public void Start() => _timer.Change(10, 10);

    public override bool IsDraining => Volatile.Read(ref _state) >= Draining;

    /// <summary>Lets the pump run dry: it stops when it was quiet for a while, or when its time is over.</summary>
    public bool Drain(TimeSpan quiet, TimeSpan atMost)
    {
        lock (_timer)
        {
            if (Volatile.Read(ref _state) != Running)
                return false;
            _quietFor = quiet.Ticks;
            _drainUntil = DateTime.UtcNow.Ticks + atMost.Ticks;
            Volatile.Write(ref _state, Draining);
            return true;
        }
    }

    private static void OnTick(object? state) => ((Pump)state!).OnTick();

    private void OnTick()
    {
        if (IsDraining)
            Finish();
        else
            Touch();
    }

    private void Finish()
    {
        long now = DateTime.UtcNow.Ticks;
        if (now < _drainUntil && now - LastTouched < _quietFor)
            return;
        _timer.Dispose();
    }
}

public abstract class PumpBase
{
    public abstract bool IsDraining { get; }

    protected long LastTouched { get; private set; }

    protected void Touch() => LastTouched = DateTime.UtcNow.Ticks;
}
