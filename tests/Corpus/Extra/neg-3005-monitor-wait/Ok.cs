using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Neg3005MonitorWait;

public sealed class Bounded<T>
{
    private readonly object _sync = new object();
    private readonly Queue<T> _items = new Queue<T>();

    public bool TryTake(int milliseconds, out T item)
    {
        item = default;
        Monitor.Enter(_sync);
        try
        {
            while (_items.Count == 0)
            {
                if (!Monitor.Wait(_sync, milliseconds))
                {
                    return false;
                }
            }

            item = _items.Dequeue();
            return true;
        }
        finally
        {
            Monitor.Exit(_sync);
        }
    }

    public void Put(T item)
    {
        Monitor.Enter(_sync);
        _items.Enqueue(item);
        Monitor.Pulse(_sync);
        Monitor.Exit(_sync);
    }
}
