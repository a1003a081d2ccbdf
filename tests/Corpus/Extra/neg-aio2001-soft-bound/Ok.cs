using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.NegAio2001SoftBound;

/// <summary>Keeps a few buffers for reuse and hands out permits; only the permits are counted strictly.</summary>
public sealed class BufferCache
{
    private const int MaxKept = 32;
    private readonly ConcurrentBag<byte[]> _kept = new();
    private readonly ConcurrentQueue<string> _recent = new();
    private readonly Action<string> _warn;
    private int _count;
    private int _remembered;
    private int _permits;
    private int _warned;
    private readonly int _maxPermits;
    private readonly object _gate = new();
    private int _leases;

    public BufferCache(int maxPermits, Action<string> warn)
    {
        _maxPermits = maxPermits;
        _warn = warn;
    }

    public bool Return(byte[] buffer)
    {
        // One or two more than that may be kept, and do no harm.
        if (Volatile.Read(ref _count) >= MaxKept)
        {
            return false;
        }

        Interlocked.Increment(ref _count);
        _kept.Add(buffer);
        return true;
    }

    public bool TryTrim()
    {
        if (Volatile.Read(ref _count) > 0 && _kept.TryTake(out _))
        {
            Interlocked.Decrement(ref _count);
            return true;
        }

        return false;
    }

    public void Remember(string name)
    {
        _recent.Enqueue(name);
        Interlocked.Increment(ref _remembered);
        while (Volatile.Read(ref _remembered) > MaxKept && _recent.TryDequeue(out _))
        {
            Interlocked.Decrement(ref _remembered);
        }
    }

    public bool TryEnter()
    {
        if (Volatile.Read(ref _permits) >= _maxPermits)
        {
            return false;
        }

        Interlocked.Increment(ref _permits);
        if (Volatile.Read(ref _permits) > _maxPermits)
        {
            Interlocked.Decrement(ref _permits);
            return false;
        }

        return true;
    }

    public void Leave() => Interlocked.Decrement(ref _permits);

    public bool TryLease()
    {
        lock (_gate)
        {
            if (_leases >= _maxPermits)
            {
                return false;
            }

            Interlocked.Increment(ref _leases);
            return true;
        }
    }

    public void EndLease() => Interlocked.Decrement(ref _leases);

    public void Warn(string text)
    {
        // About ten times in all; that it may be eleven is nobody's concern.
        if (Volatile.Read(ref _warned) < 10)
        {
            Interlocked.Increment(ref _warned);
            _warn(text);
        }
    }
}
