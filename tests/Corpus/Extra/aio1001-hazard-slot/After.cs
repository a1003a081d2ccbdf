using System;
using System.Threading;

namespace Corpus.Extra.Aio1001HazardSlot.After;

public sealed class HazardBox<T> where T : class, IDisposable
{
    private sealed class Hazard
    {
        public volatile T Guarded;
    }

    private readonly Hazard[] _hazards;
    private T _current;

    public HazardBox(T first, int readers)
    {
        _current = first;
        _hazards = new Hazard[readers];
        for (int i = 0; i < readers; i++)
        {
            _hazards[i] = new Hazard();
        }
    }

    public TResult Use<TResult>(int reader, Func<T, TResult> body)
    {
        Hazard hazard = _hazards[reader];
        T seen;
        do
        {
            seen = Volatile.Read(ref _current);
            hazard.Guarded = seen;
            Interlocked.MemoryBarrier();
        }
        while (Volatile.Read(ref _current) != seen);

        try
        {
            return body(seen);
        }
        finally
        {
            hazard.Guarded = null;
        }
    }

    public void Replace(T next)
    {
        T old = Interlocked.Exchange(ref _current, next);
        var spin = new SpinWait();
        foreach (Hazard hazard in _hazards)
        {
            while (hazard.Guarded == old)
            {
                spin.SpinOnce();
            }
        }

        old.Dispose();
    }
}
