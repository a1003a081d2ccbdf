using System;
using System.Collections.Generic;

namespace Corpus.Extra.NegAio3002RoomReserved;

public sealed class Pool
{
    private readonly object _gate = new object();
    private readonly List<object> _items = new List<object>();
    private readonly int _most;
    private int _coming;

    public Pool(int most) => _most = most;

    public bool TryGrow(Func<object> make)
    {
        lock (_gate)
        {
            if (_items.Count + _coming >= _most)
            {
                return false;
            }

            _coming++;
        }

        object made = make();
        lock (_gate)
        {
            _coming--;
            _items.Add(made);
        }

        return true;
    }

    public void Drop(object item)
    {
        lock (_gate)
        {
            _items.Remove(item);
        }
    }
}
