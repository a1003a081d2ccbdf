using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Corpus.Extra.Aio3001FailureBehindCountdown.After;

public sealed class StripeRunner
{
    private readonly object _turn = new object();
    private readonly object _over = new object();
    private readonly Action<int> _paint;
    private List<Exception> _failed;
    private int _next;
    private int _rows;
    private int _left;

    public StripeRunner(Action<int> paint)
    {
        _paint = paint;
    }

    public int Paint(int rows, int lanes)
    {
        lock (_turn)
        {
            _failed = null;
            _next = 0;
            _rows = rows;
            _left = lanes;

            for (int i = 0; i < lanes; i++)
            {
                ThreadPool.UnsafeQueueUserWorkItem(s => ((StripeRunner)s).Work(), this);
            }

            lock (_over)
            {
                while (_left > 0)
                {
                    Monitor.Wait(_over);
                }
            }

            return _failed == null ? 0 : _failed.Count;
        }
    }

    private void Work()
    {
        try
        {
            for (int row = Interlocked.Increment(ref _next); row <= _rows; row = Interlocked.Increment(ref _next))
            {
                _paint(row);
            }
        }
        catch (Exception e)
        {
            lock (_over)
            {
                (_failed ??= new List<Exception>()).Add(e);
            }
        }

        lock (_over)
        {
            _left--;
            Monitor.Pulse(_over);
        }
    }
}
