using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio2002CallbackThenClear.After;

public sealed class Deferred
{
    private readonly Action _callback;
    private int _scheduled;

    public Deferred(Action callback)
    {
        _callback = callback;
    }

    public bool Schedule() => Interlocked.Exchange(ref _scheduled, 1) == 0;

    public bool RunIfScheduled()
    {
        if (Interlocked.Exchange(ref _scheduled, 0) == 0)
        {
            return false;
        }

        _callback();
        return true;
    }
}

public sealed class DeferredLoop
{
    private readonly List<Deferred> _all;
    private readonly AutoResetEvent _kick = new AutoResetEvent(false);

    public DeferredLoop(List<Deferred> all)
    {
        _all = all;
        new Thread(Run) { IsBackground = true }.Start();
    }

    public void Schedule(Deferred deferred)
    {
        if (deferred.Schedule())
        {
            _kick.Set();
        }
    }

    private void Run()
    {
        while (_kick.WaitOne())
        {
            foreach (Deferred deferred in _all)
            {
                deferred.RunIfScheduled();
            }
        }
    }
}
