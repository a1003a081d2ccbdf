using System;

namespace Corpus.Extra.Aio2003LinkedOutside.After;

public sealed class Handlers
{
    private readonly object _gate = new object();
    private Entry _head;

    public void Add(Action callback)
    {
        var entry = new Entry(callback);
        lock (_gate)
        {
            entry.Next = _head;
            _head = entry;
        }
    }

    public void Remove(Action callback)
    {
        lock (_gate)
        {
            Entry before = null;
            for (Entry at = _head; at != null; before = at, at = at.Next)
            {
                if (at.Callback != callback)
                {
                    continue;
                }

                if (before == null)
                {
                    _head = at.Next;
                }
                else
                {
                    before.Next = at.Next;
                }

                return;
            }
        }
    }

    private sealed class Entry
    {
        public Entry(Action callback) => Callback = callback;

        public Action Callback { get; }

        public Entry Next { get; set; }
    }
}
