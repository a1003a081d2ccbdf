using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio3004LogBufferFlush.Before;

public sealed class BatchLog
{
    private readonly object _swap = new();
    private readonly Action<List<string>> _write;
    private List<string> _lines = new();

    public BatchLog(Action<List<string>> write)
    {
        _write = write;
    }

    public void Append(string line)
    {
        List<string> lines;
        lock (_swap)
        {
            lines = _lines;
        }

        lines.Add(line);
    }

    public void Flush()
    {
        List<string> full;
        lock (_swap)
        {
            full = _lines;
            _lines = new List<string>();
        }

        if (full.Count > 0)
        {
            _write(full);
        }
    }
}
