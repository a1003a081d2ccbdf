using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio3005TryEnterNested.Before;

public sealed class Backlog
{
    private readonly object _sync = new object();
    private readonly Queue<int> _items = new Queue<int>();

    public void Put(int item)
    {
        lock (_sync)
        {
            _items.Enqueue(item);
        }
    }

    public bool TryTake(out int item)
    {
        item = 0;
        if (!Monitor.TryEnter(_sync))
        {
            return false;
        }

        if (_items.Count == 0)
        {
            return false;
        }

        item = _items.Dequeue();
        Monitor.Exit(_sync);
        return true;
    }
}
