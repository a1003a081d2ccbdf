using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.NegAio3001DisposeOwner;

public sealed class TempFiles : IDisposable
{
    private readonly object _sync = new object();
    private readonly List<string> _paths = new List<string>();
    private bool _disposed;

    public void Add(string path)
    {
        lock (_sync)
        {
            _paths.Add(path);
        }
    }

    public int Forget(string path)
    {
        lock (_sync)
        {
            _paths.Remove(path);
            return _paths.Count;
        }
    }

    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        foreach (string path in _paths)
        {
            System.IO.File.Delete(path);
        }

        _paths.Clear();
    }
}
