using System;
using System.Threading;

namespace Corpus.Extra.Aio2002SlotSearch.After;

public sealed class ParserPool<T> where T : class
{
    private readonly Func<T> _create;
    private readonly T[] _idle;
    private int _created;

    public ParserPool(int size, Func<T> create)
    {
        _idle = new T[size];
        _create = create;
    }

    public int Created => Volatile.Read(ref _created);

    public T Rent()
    {
        for (int i = 0; i < _idle.Length; i++)
        {
            T parser = _idle[i];
            if (parser != null && Interlocked.CompareExchange(ref _idle[i], null, parser) == parser)
                return parser;
        }

        Interlocked.Increment(ref _created);
        return _create();
    }

    public void Return(T parser)
    {
        for (int i = 0; i < _idle.Length; i++)
        {
            if (Interlocked.CompareExchange(ref _idle[i], parser, null) == null)
                return;
        }

        Interlocked.Decrement(ref _created);
    }
}
