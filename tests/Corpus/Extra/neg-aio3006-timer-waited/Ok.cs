using System;
using System.Buffers;
using System.Threading;

namespace Corpus.Extra.NegAio3006TimerWaited;

public sealed class Ticker : IDisposable
{
    private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);
    private readonly Timer _timer;
    private int _ticks;

    public Ticker() => _timer = new Timer(Tick, null, 10, 10);

    public void Dispose()
    {
        using (var done = new ManualResetEvent(false))
        {
            if (_timer.Dispose(done))
            {
                done.WaitOne();
            }
        }

        ArrayPool<byte>.Shared.Return(_buffer);
    }

    private void Tick(object state)
    {
        int n = Interlocked.Increment(ref _ticks);
        _buffer[n & 63] = (byte)n;
    }
}
