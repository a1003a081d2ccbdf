using System;
using System.Threading;

namespace Corpus.Extra.NegAio2004FastSlotPool;

public sealed class BuilderPool
{
    [ThreadStatic]
    private static System.Text.StringBuilder t_cached;

    private readonly System.Text.StringBuilder[] _shared = new System.Text.StringBuilder[8];
    private System.Text.StringBuilder _first;

    public System.Text.StringBuilder Rent()
    {
        System.Text.StringBuilder builder = t_cached;
        if (builder != null)
        {
            t_cached = null;
            return builder;
        }

        builder = _first;
        if (builder != null && Interlocked.CompareExchange(ref _first, null, builder) == builder)
        {
            return builder;
        }

        for (int i = 0; i < _shared.Length; i++)
        {
            builder = _shared[i];
            if (builder != null && Interlocked.CompareExchange(ref _shared[i], null, builder) == builder)
            {
                return builder;
            }
        }

        return new System.Text.StringBuilder();
    }

    public void Return(System.Text.StringBuilder builder)
    {
        builder.Clear();
        if (t_cached == null)
        {
            t_cached = builder;
            return;
        }

        if (_first == null)
        {
            _first = builder;
            return;
        }

        for (int i = 0; i < _shared.Length; i++)
        {
            if (_shared[i] == null)
            {
                _shared[i] = builder;
                return;
            }
        }
    }
}
