using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.NegAio3001CopyOnWrite;

public sealed class Listeners
{
    private readonly object _gate = new object();
    private List<Action> _list = new List<Action>();

    public void Add(Action listener)
    {
        lock (_gate)
        {
            var next = new List<Action>(_list) { listener };
            _list = next;
        }
    }

    public void Remove(Action listener)
    {
        lock (_gate)
        {
            var next = new List<Action>(_list);
            next.Remove(listener);
            _list = next;
        }
    }

    public void Raise()
    {
        foreach (Action listener in _list)
        {
            listener();
        }
    }
}
