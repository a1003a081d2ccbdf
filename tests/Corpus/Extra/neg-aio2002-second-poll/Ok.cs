using System;
using System.Collections.Concurrent;
using System.Threading;

namespace Corpus.Extra.NegAio2002SecondPoll;

public sealed class Stage
{
    private readonly ConcurrentQueue<int> _queue = new();
    private readonly Action _wake;
    private readonly Action<int> _push;
    private int _wantsWakeup;

    public Stage(Action wake, Action<int> push)
    {
        _wake = wake;
        _push = push;
    }

    public void Add(int item)
    {
        _queue.Enqueue(item);
        if (Interlocked.Exchange(ref _wantsWakeup, 0) != 0)
            _wake();
    }

    public void Pull()
    {
        bool isFirst = true;
        while (true)
        {
            if (_queue.TryDequeue(out int item))
            {
                Volatile.Write(ref _wantsWakeup, 0);
                _push(item);
                return;
            }

            Interlocked.Exchange(ref _wantsWakeup, 1);
            if (!isFirst)
                return;
            isFirst = false;
        }
    }
}
