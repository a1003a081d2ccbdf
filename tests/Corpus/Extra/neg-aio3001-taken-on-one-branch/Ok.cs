using System;
using System.Collections.Generic;

namespace Corpus.Extra.NegAio3001TakenOnOneBranch;

public sealed class Dependency
{
    private readonly object _gate = new();
    private List<Action> _handlers = new();
    private bool _hasFired;

    public void Add(Action handler)
    {
        bool isLate = false;
        lock (_gate)
        {
            if (_hasFired)
            {
                isLate = true;
            }
            else if (!_handlers.Contains(handler))
            {
                _handlers.Add(handler);
            }
        }

        if (isLate)
        {
            handler();
        }
    }

    public void Remove(Action handler)
    {
        lock (_gate)
        {
            _handlers.Remove(handler);
        }
    }

    public void Fire()
    {
        List<Action>? handlers = null;
        lock (_gate)
        {
            if (_hasFired)
            {
                Console.WriteLine("fired twice");
            }
            else
            {
                _hasFired = true;
                handlers = _handlers;
                _handlers = new List<Action>();
            }
        }

        if (handlers != null)
        {
            foreach (Action handler in handlers)
            {
                handler();
            }
        }
    }
}
