using System;
using System.Threading;

namespace Corpus.Extra.NegAio1001HazardExchange;

public sealed class SharedModel<T> where T : class, IDisposable
{
    private readonly T[] _using;
    private T _current;

    public SharedModel(T first, int readers)
    {
        _current = first;
        _using = new T[readers];
    }

    public int Ask(int reader, Func<T, int> question)
    {
        T seen = Volatile.Read(ref _current);
        for (;;)
        {
            Interlocked.Exchange(ref _using[reader], seen);
            T again = Volatile.Read(ref _current);
            if (ReferenceEquals(again, seen))
            {
                break;
            }

            seen = again;
        }

        try
        {
            return question(seen);
        }
        finally
        {
            Volatile.Write(ref _using[reader], null);
        }
    }

    public void Swap(T next)
    {
        T old = Interlocked.Exchange(ref _current, next);
        for (int i = 0; i < _using.Length; i++)
        {
            while (ReferenceEquals(Volatile.Read(ref _using[i]), old))
            {
                Thread.Yield();
            }
        }

        old.Dispose();
    }
}
