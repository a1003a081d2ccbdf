using System;
using System.Diagnostics;
using System.Threading;

namespace Corpus.Extra.Aio2007PingTakenByTimerTick.Before;

internal sealed class PingProbe
{
    private readonly long _started = Stopwatch.GetTimestamp();

    public PingProbe(long cookie)
    {
        Cookie = cookie;
    }

    public long Cookie { get; }

    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_started);
}

public interface IPingChannel
{
    void SendPing(long cookie);

    void Abort(string reason);
}

public sealed class KeepAlive : IDisposable
{
    private readonly IPingChannel _channel;
    private readonly TimeSpan _timeout;
    private readonly Timer _timer;
    private PingProbe _outstanding;
    private long _lastCookie;
    private long _roundTripTicks;
    private int _answered;

    public KeepAlive(IPingChannel channel, TimeSpan interval, TimeSpan timeout)
    {
        _channel = channel ?? throw new ArgumentNullException(nameof(channel));
        _timeout = timeout;
        _timer = new Timer(static s => ((KeepAlive)s).OnTick(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(interval, interval);
    }

    public int Answered => Volatile.Read(ref _answered);

    public TimeSpan LastRoundTrip => TimeSpan.FromTicks(Volatile.Read(ref _roundTripTicks));

    private PingProbe Outstanding => Volatile.Read(ref _outstanding);

    public bool OnPong(ReadOnlySpan<byte> payload)
    {
        if (payload.Length != sizeof(long))
        {
            return false;
        }

        long cookie = BitConverter.ToInt64(payload);
        if (Outstanding != null && Outstanding.Cookie == cookie)
        {
            return Complete(Outstanding);
        }

        return false;
    }

    public void Dispose() => _timer.Dispose();

    private bool Complete(PingProbe probe)
    {
        TimeSpan elapsed = probe.Elapsed;
        if (Interlocked.CompareExchange(ref _outstanding, null, probe) != probe)
        {
            return false;
        }

        Volatile.Write(ref _roundTripTicks, elapsed.Ticks);
        Interlocked.Increment(ref _answered);
        return true;
    }

    private void OnTick()
    {
        PingProbe current = Outstanding;
        if (current == null)
        {
            var probe = new PingProbe(Interlocked.Increment(ref _lastCookie));
            if (Interlocked.CompareExchange(ref _outstanding, probe, null) == null)
            {
                _channel.SendPing(probe.Cookie);
            }

            return;
        }

        if (current.Elapsed >= _timeout && Interlocked.CompareExchange(ref _outstanding, null, current) == current)
        {
            _channel.Abort("No pong within " + _timeout + ".");
        }
    }
}
