using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.OkClaimUnderLock;

public sealed class OrderedStrand
{
    private readonly Queue<Action> _queue = new Queue<Action>();
    private bool _scheduled;

    public void Post(Action action)
    {
        bool schedule;
        lock (_queue)
        {
            _queue.Enqueue(action);
            schedule = !_scheduled;
            _scheduled = true;
        }

        if (schedule)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static strand => strand.Drain(), this, preferLocal: true);
        }
    }

    private void Drain()
    {
        while (true)
        {
            Action action;
            lock (_queue)
            {
                if (!_queue.TryDequeue(out action))
                {
                    _scheduled = false;
                    return;
                }
            }

            try
            {
                action();
            }
            catch (Exception e)
            {
                ThreadPool.QueueUserWorkItem(_ => throw new AggregateException(e));
            }
        }
    }
}
