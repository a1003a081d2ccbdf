using System;
using System.Threading;

namespace Corpus.Extra.Aio1007LambdaInFinally.After;

public sealed class Closer
{
    private readonly Action _flush;
    private readonly Action _closed;
    private bool _drained;

    public Closer(Action flush, Action closed)
    {
        _flush = flush;
        _closed = closed;
    }

    public void Close()
    {
        try
        {
            _flush();
        }
        finally
        {
            var watcher = new Thread(() =>
            {
                while (!Volatile.Read(ref _drained))
                {
                }

                _closed();
            });
            watcher.Start();
        }
    }

    public void Drained() => _drained = true;
}
