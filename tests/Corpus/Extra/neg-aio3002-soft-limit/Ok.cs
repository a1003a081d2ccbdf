using System;
using System.Collections.Generic;

namespace Corpus.Extra.NegAio3002SoftLimit;

public sealed class Log
{
    private readonly object _gate = new object();
    private readonly Queue<string> _lines = new Queue<string>();
    private readonly int _most = 1000;

    public void Write(string line)
    {
        if (_lines.Count >= _most)
        {
            return;
        }

        lock (_gate)
        {
            _lines.Enqueue(line);
        }
    }

    public string[] Drain()
    {
        lock (_gate)
        {
            string[] all = _lines.ToArray();
            _lines.Clear();
            return all;
        }
    }
}
