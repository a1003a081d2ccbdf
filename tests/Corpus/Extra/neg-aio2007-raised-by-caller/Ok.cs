using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.NegAio2007RaisedByCaller;

public sealed class Selection
{
    private readonly List<string> _items = new List<string>();
    private readonly Thread _indexer;
    private readonly Action<string> _index;

    public Selection(Action<string> index)
    {
        _index = index;
        _indexer = new Thread(Index);
    }

    public event EventHandler Changed;

    private event Action<int> Indexed;

    public int Count => _items.Count;

    public void Add(string item)
    {
        _items.Add(item);
        if (Changed != null)
            Changed(this, EventArgs.Empty);
    }

    public void IndexAll(Action<int> done)
    {
        Indexed += done;
        _indexer.Start();
        _indexer.Join();
    }

    private void Index()
    {
        foreach (string item in _items)
            _index(item);
        if (Indexed != null)
            Indexed(_items.Count);
    }
}
