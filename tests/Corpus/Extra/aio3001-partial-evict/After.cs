using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio3001PartialEvict.After;

public sealed partial class PageCache
{
    private readonly object _sync = new object();
    private readonly Queue<int> _order = new Queue<int>();
    private long _bytes;

    public void Add(int page, int size)
    {
        lock (_sync)
        {
            while (_bytes + size > 1 << 20 && _order.Count > 0)
            {
                DropOldest();
            }

            _order.Enqueue(page);
            _bytes += size;
        }
    }

    public void Shrink()
    {
        lock (_sync)
        {
            while (_bytes > 1 << 16 && _order.Count > 0)
            {
                DropOldest();
            }
        }
    }

    private void DropOldest()
    {
        _order.Dequeue();
        _bytes -= 4096;
    }
}

public sealed partial class PageCache
{
    public void Watch(Action<Action> register)
    {
        register(OnPressure);
    }

    private void OnPressure()
    {
        lock (_sync)
        {
            if (_order.Count > 0)
            {
                DropOldest();
            }
        }
    }
}
