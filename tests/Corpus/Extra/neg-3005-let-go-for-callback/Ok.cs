using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Neg3005LetGoForCallback;

public sealed class Scheduler
{
    private readonly object _sync = new object();
    private readonly Queue<Action> _due = new Queue<Action>();

    public void Run()
    {
        Monitor.Enter(_sync);
        try
        {
            while (_due.Count > 0)
            {
                Action next = _due.Dequeue();
                Monitor.Exit(_sync);
                try
                {
                    next();
                }
                finally
                {
                    Monitor.Enter(_sync);
                }
            }
        }
        finally
        {
            Monitor.Exit(_sync);
        }
    }

    public void Outside(Action callback)
    {
        lock (_sync)
        {
            Monitor.Exit(_sync);
            try
            {
                callback();
            }
            finally
            {
                Monitor.Enter(_sync);
            }
        }
    }
}
