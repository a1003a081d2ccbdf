using System;

namespace Corpus.Extra.Aio3007GrownArray.Before;

public sealed class HandleTable<T> where T : class
{
    private readonly object _gate = new object();
    private volatile T[] _items = new T[8];
    private int _used;

    public T this[int handle]
    {
        get
        {
            T[] items = _items;
            return (uint)handle < (uint)items.Length ? items[handle] : null;
        }
    }

    public int Register(T item)
    {
        lock (_gate)
        {
            EnsureRoom();
            _items[_used] = item;
            return _used++;
        }
    }

    private void EnsureRoom()
    {
        T[] old = _items;
        if (_used < old.Length)
            return;
        var grown = new T[old.Length * 2];
        _items = grown;
        Array.Copy(old, grown, _used);
    }
}
