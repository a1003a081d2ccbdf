using System.Collections.Generic;

namespace Corpus.Extra.NegAio3001LockedListInAnother;

public sealed class Shelf
{
    private readonly object _sync = new object();
    private List<string> _items = new List<string>();
    private List<string> _spare = new List<string>();
    private List<string> _inner = new List<string>();

    public void Put(string item)
    {
        while (true)
        {
            List<string> items = _items;
            lock (items)
            {
                if (items != _items)
                    continue;
                items.Add(item);
                return;
            }
        }
    }

    public List<string> TakeAll()
    {
        while (true)
        {
            List<string> items = _items;
            lock (items)
            {
                if (items != _items)
                    continue;
                _items = new List<string>();
                return items;
            }
        }
    }

    public void PutSpare(string item)
    {
        lock (_sync)
            _spare.Add(item);
    }

    public List<string> TakeSpare()
    {
        lock (_sync)
        {
            List<string> taken = _spare;
            _spare = new List<string>();
            return taken;
        }
    }

    public int CountInner() => _inner.Count;

    public void PutInner(string item)
    {
        lock (_sync)
        {
            lock (_inner)
                _inner.Add(item);
        }
    }

    public List<string> TakeInner()
    {
        lock (_sync)
        {
            lock (_inner)
            {
                List<string> taken = _inner;
                _inner = new List<string>();
                return taken;
            }
        }
    }
}
