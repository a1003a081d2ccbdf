using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio3001ArrayGrow.Before;

public sealed class SlotTable
{
    private readonly object _gate = new object();
    private object[] _slots = new object[4];
    private int _used;

    public int Add(object item)
    {
        lock (_gate)
        {
            if (_used == _slots.Length)
            {
                var larger = new object[_used * 2];
                Array.Copy(_slots, larger, _used);
                _slots = larger;
            }

            _slots[_used] = item;
            return _used++;
        }
    }

    public object Get(int index)
    {
        lock (_gate)
        {
            return index < _used ? _slots[index] : null;
        }
    }

    public void Replace(int index, object item)
    {
        _slots[index] = item;
    }
}
