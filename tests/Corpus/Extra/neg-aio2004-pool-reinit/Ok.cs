using System;
using System.Collections.Concurrent;
using System.Threading;

namespace Corpus.Extra.NegAio2004PoolReinit;

public sealed class PooledFrame
{
    private readonly ConcurrentQueue<PooledFrame> _home;
    private int _refs;

    public PooledFrame(ConcurrentQueue<PooledFrame> home) => _home = home;

    public static PooledFrame Rent(ConcurrentQueue<PooledFrame> pool)
    {
        if (!pool.TryDequeue(out PooledFrame frame))
        {
            frame = new PooledFrame(pool);
        }

        frame._refs = 1;
        return frame;
    }

    public void Retain() => Interlocked.Increment(ref _refs);

    public void Release()
    {
        if (Interlocked.Decrement(ref _refs) == 0)
        {
            _home.Enqueue(this);
        }
    }
}
