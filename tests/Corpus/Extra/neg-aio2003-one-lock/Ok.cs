using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.NegAio2003OneLock;

public sealed class BoundedBag
{
    private readonly object _gate = new();
    private readonly List<int> _items = new();
    private volatile int _count;

    public int Count => _count;

    public void Add(int item)
    {
        lock (_gate)
        {
            _items.Add(item);
            _count++;
            Monitor.Pulse(_gate);
        }
    }

    public int Take()
    {
        lock (_gate)
        {
            while (_count == 0)
            {
                Monitor.Wait(_gate);
            }

            _count--;
            int last = _items[_items.Count - 1];
            _items.RemoveAt(_items.Count - 1);
            return last;
        }
    }
}
