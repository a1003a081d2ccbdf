using System;
using System.Threading;

namespace Corpus.Extra.Aio2004BreakerTally.After;

public sealed class FailureWindow : IDisposable
{
    private struct Tally
    {
        public long Succeeded;
        public long Failed;

        public readonly long Total => Succeeded + Failed;

        public readonly double FailureRate => Total == 0 ? 0 : (double)Failed / Total;
    }

    private readonly Timer _timer;
    private readonly TimeSpan _cooldown;
    private readonly double _threshold;
    private readonly long _minimum;
    private Tally _tally;
    private long _openUntil;

    public FailureWindow(TimeSpan window, TimeSpan cooldown, double threshold, long minimum)
    {
        _cooldown = cooldown;
        _threshold = threshold;
        _minimum = minimum;
        _timer = new Timer(_ => Roll(), null, window, window);
    }

    public bool IsOpen => Environment.TickCount64 < Interlocked.Read(ref _openUntil);

    public void Report(bool success)
    {
        if (success)
        {
            Interlocked.Increment(ref _tally.Succeeded);
        }
        else
        {
            Interlocked.Increment(ref _tally.Failed);
        }
    }

    public T Call<T>(Func<T> action, T fallback)
    {
        if (IsOpen)
        {
            return fallback;
        }

        try
        {
            T value = action();
            Report(success: true);
            return value;
        }
        catch (Exception)
        {
            Report(success: false);
            throw;
        }
    }

    public void Dispose() => _timer.Dispose();

    private void Roll()
    {
        Tally seen;
        seen.Succeeded = Interlocked.Exchange(ref _tally.Succeeded, 0);
        seen.Failed = Interlocked.Exchange(ref _tally.Failed, 0);
        if (seen.Total >= _minimum && seen.FailureRate >= _threshold)
        {
            Interlocked.Exchange(ref _openUntil, Environment.TickCount64 + (long)_cooldown.TotalMilliseconds);
        }
    }
}
