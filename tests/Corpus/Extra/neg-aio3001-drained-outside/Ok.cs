using System;
using System.Collections.Generic;

namespace Corpus.Extra.NegAio3001DrainedOutside;

public sealed class Outbox
{
    private readonly object _sync = new object();
    private List<string> _waiting = new List<string>();
    private List<string> _spare = new List<string>();

    public void Add(string message)
    {
        lock (_sync)
        {
            _waiting.Add(message);
        }
    }

    public void Send(Action<string> send)
    {
        List<string> batch;
        lock (_sync)
        {
            batch = _waiting;
            _waiting = _spare;
        }

        batch.Reverse();
        while (batch.Count > 0)
        {
            send(batch[batch.Count - 1]);
            batch.RemoveAt(batch.Count - 1);
        }

        _spare = batch;
    }
}
