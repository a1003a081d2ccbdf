using System;
using System.IO;

namespace Corpus.Extra.NegAio1004DisposalLooks;

public sealed class Depot : IDisposable
{
    private readonly object _gate = new();
    private volatile bool _isReady;
    private bool _isDisposed;
    private Stream? _in;
    private Stream? _out;
    private Stream? _log;

    internal Stream? In
    {
        get
        {
            Prepare();
            return _in;
        }
    }

    internal Stream? Out
    {
        get
        {
            Prepare();
            return _out;
        }
    }

    internal Stream? Log
    {
        get
        {
            Prepare();
            return _log;
        }
    }

    public void Dispose()
    {
        if (!_isDisposed)
        {
            if (_in != null)
                _in.Dispose();
            if (_out != null)
                _out.Dispose();
            if (_log != null)
                _log.Dispose();
            _isDisposed = true;
            GC.SuppressFinalize(this);
        }
    }

    private static Stream Open(string name) => File.OpenRead(name);

    private void Prepare()
    {
        if (!_isReady)
        {
            lock (_gate)
            {
                if (_isReady)
                    return;
                if (_isDisposed)
                    throw new ObjectDisposedException(nameof(Depot));
                Stream made = Open("a");
                _log = made;
                _in = made;
                _out = Open("b");
                _isReady = true;
            }
        }
    }
}
