using System;
using System.Collections.Generic;

namespace Corpus.Extra.Aio3002LifetimeBag.Before;

public sealed class LifetimeBag : IDisposable
{
    private readonly object _sync = new object();
    private readonly List<IDisposable> _owned = new List<IDisposable>();
    private volatile bool _closed;

    public bool IsClosed => _closed;

    public T Own<T>(T item)
        where T : IDisposable
    {
        if (!_closed)
        {
            lock (_sync)
            {
                _owned.Add(item);
                return item;
            }
        }

        item.Dispose();
        return item;
    }

    public bool Disown(IDisposable item)
    {
        lock (_sync)
        {
            return _owned.Remove(item);
        }
    }

    public void Dispose()
    {
        IDisposable[] items;
        lock (_sync)
        {
            if (_closed)
            {
                return;
            }

            _closed = true;
            items = _owned.ToArray();
            _owned.Clear();
        }

        for (int i = items.Length - 1; i >= 0; i--)
        {
            items[i].Dispose();
        }
    }
}
