using System;
using System.Threading;

namespace Corpus.Extra.Aio2007AverageReset.After;

public sealed class Mean : IDisposable
{
    private readonly Timer _reset;
    private long _total;
    private int _samples;

    public Mean(TimeSpan window) => _reset = new Timer(Reset, null, window, window);

    public void Add(int value)
    {
        Interlocked.Add(ref _total, value);
        Interlocked.Increment(ref _samples);
    }

    public long Read()
    {
        int samples = Volatile.Read(ref _samples);
        if (samples == 0)
        {
            return 0;
        }

        return Interlocked.Read(ref _total) / samples;
    }

    public void Dispose() => _reset.Dispose();

    private void Reset(object state)
    {
        Interlocked.Exchange(ref _total, 0);
        Interlocked.Exchange(ref _samples, 0);
    }
}
