using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.NegAio3003WorkBetween;

public sealed class Crew
{
    private readonly object _gate = new object();
    private readonly Queue<int> _todo = new Queue<int>();
    private readonly HashSet<int> _done = new HashSet<int>();

    public void Skip()
    {
        lock (_gate)
        {
            if (_todo.Count > 0)
            {
                _done.Add(_todo.Dequeue());
            }
        }
    }

    public bool Work(Action<int> run)
    {
        int item;
        lock (_gate)
        {
            if (_todo.Count == 0)
            {
                return false;
            }

            item = _todo.Dequeue();
        }

        run(item);
        lock (_gate)
        {
            _done.Add(item);
        }

        return true;
    }

    public void Add(int item)
    {
        lock (_gate)
        {
            _todo.Enqueue(item);
        }
    }
}
