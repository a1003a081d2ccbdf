using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Neg3005CalleeReleases;

public sealed class TurnTable
{
    private readonly object _sync = new object();
    private readonly Queue<Action> _later = new Queue<Action>();
    private bool _open = true;

    public void Do(int what)
    {
        Monitor.Enter(_sync);
        if (!_open)
        {
            Leave(run: false);
            return;
        }

        if (what < 0)
        {
            _open = false;
            Leave(run: true);
            return;
        }

        _later.Enqueue(() => Console.WriteLine(what));
        Leave(run: what > 10);
    }

    private void Leave(bool run)
    {
        Action next = run && _later.Count > 0 ? _later.Dequeue() : null;
        Monitor.Exit(_sync);
        next?.Invoke();
    }
}
