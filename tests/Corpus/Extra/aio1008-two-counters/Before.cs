using System;
using System.Threading;

namespace Corpus.Extra.Aio1008TwoCounters.Before;

public sealed class Altitude
{
    private int _begin;
    private int _end;
    private double _meters;
    private double _climb;
    private long _taken;

    public void Set(double meters, double climb, long taken)
    {
        int next = _begin + 1;
        Volatile.Write(ref _begin, next);
        _meters = meters;
        _climb = climb;
        _taken = taken;
        Volatile.Write(ref _end, next);
    }

    public bool TryGet(out double meters, out double climb, out long taken)
    {
        int end = Volatile.Read(ref _end);
        meters = _meters;
        climb = _climb;
        taken = _taken;
        return Volatile.Read(ref _begin) == end;
    }
}

public sealed class Altimeter
{
    private readonly Altitude _altitude = new Altitude();

    public void Start(Func<double> pressure, Func<bool> landed) => new Thread(() =>
    {
        double last = 0;
        while (!landed())
        {
            double meters = 44330.0 * (1.0 - Math.Pow(pressure() / 1013.25, 0.1903));
            _altitude.Set(meters, meters - last, Environment.TickCount64);
            last = meters;
        }
    }).Start();

    public double PredictedAt(long time)
    {
        double meters, climb;
        long taken;
        while (!_altitude.TryGet(out meters, out climb, out taken))
        {
            Thread.Yield();
        }

        return meters + (climb * (time - taken));
    }
}
