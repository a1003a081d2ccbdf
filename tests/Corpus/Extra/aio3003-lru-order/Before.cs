using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio3003LruOrder.Before;

public sealed class OrderedMap
{
    private readonly ReaderWriterLockSlim _rw = new ReaderWriterLockSlim();
    private readonly Dictionary<string, int> _map = new Dictionary<string, int>();
    private readonly LinkedList<string> _order = new LinkedList<string>();

    public void Add(string key, int value)
    {
        _rw.EnterWriteLock();
        try
        {
            _map.Add(key, value);
            _order.AddLast(key);
        }
        finally
        {
            _rw.ExitWriteLock();
        }
    }

    public void DropFirst()
    {
        _rw.EnterWriteLock();
        try
        {
            string first = _order.First.Value;
            _order.RemoveFirst();
            _map.Remove(first);
        }
        finally
        {
            _rw.ExitWriteLock();
        }
    }

    public void Remove(string key)
    {
        _rw.EnterWriteLock();
        try
        {
            _map.Remove(key);
        }
        finally
        {
            _rw.ExitWriteLock();
        }

        _rw.EnterWriteLock();
        try
        {
            _order.Remove(key);
        }
        finally
        {
            _rw.ExitWriteLock();
        }
    }
}
