using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.NegAio2004UnderLock;

public sealed class Journal
{
    private readonly object _gate = new();
    private readonly List<string> _lines = new();
    private int _unsaved;

    public int Unsaved => Volatile.Read(ref _unsaved);

    public void Append(string line)
    {
        lock (_gate)
        {
            _lines.Add(line);
            Interlocked.Increment(ref _unsaved);
        }
    }

    public int Save(Action<List<string>> save)
    {
        lock (_gate)
        {
            int count = _unsaved;
            save(_lines);
            _lines.Clear();
            _unsaved = 0;
            return count;
        }
    }
}
