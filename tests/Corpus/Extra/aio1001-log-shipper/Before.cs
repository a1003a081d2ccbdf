using System;
using System.Collections.Concurrent;
using System.Threading;

namespace Corpus.Extra.Aio1001LogShipper.Before;

public sealed class LogShipper : IDisposable
{
    private readonly ConcurrentQueue<string> _lines = new ConcurrentQueue<string>();
    private readonly AutoResetEvent _wake = new AutoResetEvent(false);
    private readonly Action<string> _send;
    private readonly Thread _thread;
    private volatile bool _sleeping;
    private volatile bool _stopping;

    public LogShipper(Action<string> send)
    {
        _send = send;
        _thread = new Thread(Ship) { IsBackground = true, Name = "log shipper" };
        _thread.Start();
    }

    public void Append(string line)
    {
        _lines.Enqueue(line);
        if (_sleeping)
        {
            _wake.Set();
        }
    }

    private void Ship()
    {
        while (!_stopping)
        {
            if (_lines.TryDequeue(out string line))
            {
                _send(line);
                continue;
            }

            _sleeping = true;
            if (_lines.IsEmpty)
            {
                _wake.WaitOne();
            }

            _sleeping = false;
        }
    }

    public void Dispose()
    {
        _stopping = true;
        _wake.Set();
        _thread.Join();
        _wake.Dispose();
    }
}
