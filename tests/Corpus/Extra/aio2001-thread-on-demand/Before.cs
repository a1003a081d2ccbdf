using System;
using System.Collections.Concurrent;
using System.Threading;

namespace Corpus.Extra.Aio2001ThreadOnDemand.Before;

public sealed class MailDispatcher
{
    private readonly ConcurrentQueue<string> _outbox = new ConcurrentQueue<string>();
    private readonly AutoResetEvent _mail = new AutoResetEvent(false);
    private readonly Action<string> _send;
    private readonly object _starting = new object();
    private Thread _worker;

    public MailDispatcher(Action<string> send)
    {
        _send = send;
    }

    public int Waiting => _outbox.Count;

    public void Post(string message)
    {
        _outbox.Enqueue(message);
        if (_worker == null)
        {
            _worker = new Thread(Run) { IsBackground = true, Name = "mail" };
            _worker.Start();
        }

        _mail.Set();
    }

    private void Run()
    {
        while (true)
        {
            _mail.WaitOne();
            while (_outbox.TryDequeue(out string message))
                _send(message);
        }
    }
}
