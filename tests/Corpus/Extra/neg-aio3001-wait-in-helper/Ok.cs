using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.NegAio3001WaitInHelper;

public sealed class Mailbox<T>
{
    private readonly object _lock = new object();
    private readonly LinkedList<T> _items = new LinkedList<T>();
    private int _waiting;

    public void Put(T item)
    {
        lock (_lock)
        {
            _items.AddLast(item);
            if (_waiting > 0)
            {
                Monitor.Pulse(_lock);
            }
        }
    }

    public T Take()
    {
        lock (_lock)
        {
            Await();
            T first = _items.First.Value;
            _items.RemoveFirst();
            return first;
        }
    }

    private void Await()
    {
        while (_items.Count == 0)
        {
            _waiting++;
            try
            {
                Monitor.Wait(_lock);
            }
            finally
            {
                _waiting--;
            }
        }
    }
}
