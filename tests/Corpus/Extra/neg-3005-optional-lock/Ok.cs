using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Neg3005OptionalLock;

public sealed class Listeners
{
    private readonly object _sync;
    private readonly SemaphoreSlim _turn;
    private readonly List<Action> _actions = new List<Action>();

    public Listeners(bool shared)
    {
        if (shared)
        {
            _sync = new object();
            _turn = new SemaphoreSlim(1);
        }
    }

    public void Raise()
    {
        if (_sync != null)
        {
            Monitor.Enter(_sync);
        }

        try
        {
            foreach (Action action in _actions)
            {
                action();
            }
        }
        finally
        {
            if (_sync != null)
            {
                Monitor.Exit(_sync);
            }
        }
    }

    public void Add(Action action, bool wait)
    {
        if (wait)
        {
            _turn?.Wait();
        }

        try
        {
            action();
            _actions.Add(action);
        }
        finally
        {
            if (wait)
            {
                _turn?.Release();
            }
        }
    }
}
