using System;
using System.Threading;

namespace Corpus.Extra.Aio1007BreakInside.After;

public sealed class TimedEstimate : IDisposable
{
    private readonly Timer _timer;
    private bool _expired;

    public TimedEstimate(int milliseconds)
    {
        _timer = new Timer(self => ((TimedEstimate)self).Expire(), this, milliseconds, Timeout.Infinite);
    }

    public double Pi(uint seed)
    {
        uint x = seed | 1;
        long inside = 0;
        long total = 0;
        for (; ; total++)
        {
            if (Volatile.Read(ref _expired)) break;
            x ^= x << 13;
            x ^= x >> 17;
            x ^= x << 5;
            double a = (x & 0xffff) / 65536.0;
            double b = (x >> 16) / 65536.0;
            if ((a * a) + (b * b) < 1)
            {
                inside++;
            }
        }

        return total == 0 ? 0 : 4.0 * inside / total;
    }

    private void Expire() => Volatile.Write(ref _expired, true);

    public void Dispose() => _timer.Dispose();
}
