using System;
using System.Collections.Concurrent;
using System.Threading;

namespace Corpus.Extra.Aio2002EventResetBehindDrain.Before;

public sealed class Uploader : IDisposable
{
    private readonly ConcurrentQueue<byte[]> _parts = new ConcurrentQueue<byte[]>();
    private readonly ManualResetEvent _available = new ManualResetEvent(false);
    private readonly Action<byte[]> _upload;
    private readonly Thread _thread;
    private volatile bool _closed;

    public Uploader(Action<byte[]> upload)
    {
        _upload = upload ?? throw new ArgumentNullException(nameof(upload));
        _thread = new Thread(Run) { IsBackground = true, Name = "upload" };
        _thread.Start();
    }

    public void Submit(byte[] part)
    {
        _parts.Enqueue(part);
        _available.Set();
    }

    public void Dispose()
    {
        _closed = true;
        _available.Set();
        _thread.Join();
        _available.Dispose();
    }

    private void Run()
    {
        while (!_closed)
        {
            _available.WaitOne();
            while (_parts.TryDequeue(out byte[] part))
            {
                _upload(part);
            }

            _available.Reset();
        }
    }
}
