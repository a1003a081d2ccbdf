using System;
using System.Text;
using System.Threading;

namespace Corpus.Extra.OkObjectPool;

public sealed class BuilderPool
{
    private readonly Entry[] _others = new Entry[Environment.ProcessorCount * 2];
    private StringBuilder _first;

    private struct Entry
    {
        public StringBuilder Value;
    }

    public StringBuilder Rent()
    {
        StringBuilder builder = _first;
        if (builder != null && Interlocked.CompareExchange(ref _first, null, builder) == builder)
        {
            return builder;
        }

        for (int i = 0; i < _others.Length; i++)
        {
            builder = _others[i].Value;
            if (builder != null && Interlocked.CompareExchange(ref _others[i].Value, null, builder) == builder)
            {
                return builder;
            }
        }

        return new StringBuilder(256);
    }

    public string ToStringAndReturn(StringBuilder builder)
    {
        string text = builder.ToString();
        if (builder.Capacity <= 4096)
        {
            builder.Clear();
            Return(builder);
        }

        return text;
    }

    private void Return(StringBuilder builder)
    {
        if (_first == null && Interlocked.CompareExchange(ref _first, builder, null) == null)
        {
            return;
        }

        for (int i = 0; i < _others.Length; i++)
        {
            if (Interlocked.CompareExchange(ref _others[i].Value, builder, null) == null)
            {
                return;
            }
        }
    }
}
