using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.NegAio3003EitherStep;

public sealed class Basket
{
    private readonly object _sync = new object();
    private readonly List<string> _items = new List<string>();
    private int _version;

    public void Add(string item)
    {
        lock (_sync)
        {
            _items.Add(item);
        }
    }

    public void Remove(string item)
    {
        lock (_sync)
        {
            _items.Remove(item);
        }
    }

    public void Touch()
    {
        lock (_sync)
        {
            _version++;
        }
    }

    public void Replace(string item, string other)
    {
        lock (_sync)
        {
            _items.Remove(item);
        }

        lock (_sync)
        {
            _version++;
        }

        lock (_sync)
        {
            _items.Add(other);
        }
    }

    public void Clear()
    {
        lock (_sync)
        {
            _items.Clear();
            _version++;
        }
    }
}
