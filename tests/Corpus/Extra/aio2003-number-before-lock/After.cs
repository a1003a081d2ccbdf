using System;
using System.Collections.Generic;

namespace Corpus.Extra.Aio2003NumberBeforeLock.After;

public sealed class Journal
{
    private readonly object _sync = new object();
    private readonly Dictionary<int, string> _lines = new Dictionary<int, string>();
    private int _last;

    public int Write(string line)
    {
        lock (_sync)
        {
            int number = _last + 1;
            string text = number + ": " + line;
            _lines[number] = text;
            _last = number;
            return number;
        }
    }

    public void WriteAll(IReadOnlyList<string> lines)
    {
        lock (_sync)
        {
            foreach (string line in lines)
            {
                _lines[++_last] = line;
            }
        }
    }
}
