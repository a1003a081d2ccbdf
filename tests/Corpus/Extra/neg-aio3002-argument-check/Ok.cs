using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.NegAio3002ArgumentCheck;

public sealed class Journal : IDisposable
{
    private readonly object _gate = new object();
    private readonly List<string> _lines = new List<string>();
    private bool _disposed;

    public void Write(string line)
    {
        if (_disposed)
        {
            throw new ObjectDisposedException(nameof(Journal));
        }

        lock (_gate)
        {
            _lines.Add(line);
        }
    }

    public string[] Read()
    {
        if (_disposed)
        {
            return Array.Empty<string>();
        }

        lock (_gate)
        {
            return _lines.ToArray();
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
        }
    }
}
