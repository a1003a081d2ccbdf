using System;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio3002SpentBehindProperty.After;

public sealed class TokenBucket : IDisposable
{
    private readonly Lock _lock = new();
    private readonly long _capacity;
    private readonly long _perTick;
    private readonly Timer _refill;
    private long _tokens;
    private long _taken;

    public TokenBucket(long capacity, long bytesPerSecond)
    {
        _capacity = capacity;
        _perTick = Math.Max(1, bytesPerSecond / 10);
        _tokens = capacity;
        _refill = new Timer(static s => ((TokenBucket)s).Refill(), this, 100, 100);
    }

    public long Tokens
    {
        get
        {
            lock (_lock)
            {
                return _tokens;
            }
        }
    }

    public double Load
    {
        get
        {
            lock (_lock)
            {
                return 1.0 - (double)_tokens / _capacity;
            }
        }
    }

    public bool TryTake(int bytes)
    {
        lock (_lock)
        {
            if (_tokens < bytes)
            {
                return false;
            }

            Use(bytes);
            return true;
        }
    }

    public async Task TakeAsync(int bytes, CancellationToken cancellation)
    {
        while (!TryTake(bytes))
        {
            await Task.Delay(20, cancellation).ConfigureAwait(false);
        }
    }

    public void Dispose() => _refill.Dispose();

    private void Use(int bytes)
    {
        lock (_lock)
        {
            _tokens -= bytes;
            _taken += bytes;
        }
    }

    private void Refill()
    {
        lock (_lock)
        {
            _tokens = Math.Min(_capacity, _tokens + _perTick);
        }
    }
}
