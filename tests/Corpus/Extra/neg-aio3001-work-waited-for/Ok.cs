using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.NegAio3001WorkWaitedFor;

public sealed class PhaseRunner
{
    private readonly object _run = new object();
    private readonly object _finish = new object();
    private readonly int _degree;
    private Action<int> _body;
    private List<Exception> _errors;
    private int _next;
    private int _end;
    private int _active;
    private bool _finished;

    public PhaseRunner(int degree)
    {
        if (degree < 1) throw new ArgumentOutOfRangeException(nameof(degree));
        _degree = degree;
    }

    public void For(int from, int to, Action<int> body)
    {
        if (Monitor.IsEntered(_run)) throw new InvalidOperationException("Phases do not nest.");
        lock (_run)
        {
            _body = body;
            _errors = null;
            _next = from;
            _end = to;
            _active = _degree;
            _finished = false;

            for (int i = 1; i < _degree; i++)
            {
                ThreadPool.UnsafeQueueUserWorkItem(s => ((PhaseRunner)s).Work(), this);
            }
            Work();

            lock (_finish)
            {
                while (!_finished) Monitor.Wait(_finish);
            }

            _body = null;
            if (_errors != null) throw new AggregateException(_errors);
        }
    }

    private void Work()
    {
        try
        {
            while (true)
            {
                int index = Interlocked.Increment(ref _next) - 1;
                if (index >= _end) break;
                _body(index);
            }
        }
        catch (Exception e)
        {
            lock (_finish)
            {
                (_errors ??= new List<Exception>()).Add(e);
            }
        }

        if (Interlocked.Decrement(ref _active) == 0)
        {
            lock (_finish)
            {
                _finished = true;
                Monitor.Pulse(_finish);
            }
        }
    }
}
