using System;

namespace Corpus.Extra.Aio3004SetWithoutLock.Before;

public sealed class SlotTable
{
    private readonly object _sync = new object();
    private object[] _items = new object[8];
    private int _count;

    public int Add(object item)
    {
        lock (_sync)
        {
            if (_count == _items.Length)
            {
                var larger = new object[_count * 2];
                Array.Copy(_items, larger, _count);
                _items = larger;
            }

            _items[_count] = item;
            return _count++;
        }
    }

    public void Set(int index, object item)
    {
        _items[index] = item;
    }

    public object Get(int index)
    {
        lock (_sync)
        {
            return _items[index];
        }
    }
}
