using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.NegAio3001CountReport;

public sealed class WorkList
{
    private readonly object _sync = new object();
    private readonly Queue<Action> _queue = new Queue<Action>();
    private long _done;
    private string _last;

    public int Count => _queue.Count;

    public long Done => _done;

    public string Last => _last;

    public void Add(Action action)
    {
        lock (_sync)
        {
            _queue.Enqueue(action);
        }
    }

    public bool RunOne(string who)
    {
        Action action;
        lock (_sync)
        {
            if (_queue.Count == 0)
            {
                return false;
            }

            action = _queue.Dequeue();
            _done++;
            _last = who;
        }

        action();
        return true;
    }

    public override string ToString() => "queued " + _queue.Count + ", done " + _done;
}
