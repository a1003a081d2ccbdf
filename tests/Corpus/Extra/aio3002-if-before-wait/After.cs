using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio3002IfBeforeWait.After;

public sealed class Handoff<T>
{
    private readonly object _gate = new object();
    private readonly Queue<T> _items = new Queue<T>();

    public void Put(T item)
    {
        lock (_gate)
        {
            _items.Enqueue(item);
            Monitor.PulseAll(_gate);
        }
    }

    public T Take()
    {
        lock (_gate)
        {
            while (_items.Count == 0)
            {
                Monitor.Wait(_gate);
            }

            return _items.Dequeue();
        }
    }
}
