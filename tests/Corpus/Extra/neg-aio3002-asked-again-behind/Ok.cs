using System;
using System.Collections.Generic;

namespace Corpus.Extra.NegAio3002AskedAgainBehind;

public sealed class Registry
{
    private readonly object _gate = new();
    private readonly List<Action> _handlers = new();
    private readonly List<string> _log = new();
    private bool _isClosed;
    private bool _isVerbose;

    public bool TryAdd(Action handler)
    {
        if (_isClosed)
        {
            return false;
        }

        lock (_gate)
        {
            if (_isClosed)
            {
                return false;
            }

            _handlers.Add(handler);
            return true;
        }
    }

    public void Note(string line)
    {
        if (!_isVerbose)
        {
            Console.WriteLine(line);
        }

        lock (_gate)
        {
            _log.Add(line);
        }
    }

    public void Close()
    {
        Action[] handlers;
        lock (_gate)
        {
            _isClosed = true;
            _isVerbose = true;
            handlers = _handlers.ToArray();
            _handlers.Clear();
            _log.Clear();
        }

        foreach (Action handler in handlers)
        {
            handler();
        }
    }
}
