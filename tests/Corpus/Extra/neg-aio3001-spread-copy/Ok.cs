using System;
using System.Collections.Generic;

namespace Corpus.Extra.NegAio3001SpreadCopy;

public sealed class StageHooks
{
    private readonly object _sync = new();
    private readonly List<Action> _hooks = new();
    private bool _isDone;

    public bool Register(Action hook)
    {
        lock (_sync)
        {
            if (_isDone)
                return false;
            _hooks.Add(hook);
            return true;
        }
    }

    public void Unregister(Action hook)
    {
        lock (_sync)
            _hooks.Remove(hook);
    }

    public void RunAll()
    {
        List<Action> snapshot;
        lock (_sync)
        {
            _isDone = true;
            snapshot = [.. _hooks];
        }

        foreach (Action hook in snapshot)
            hook();
    }
}
