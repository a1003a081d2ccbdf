using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.NegAio2002EventResetInSection;

public interface IOutboxTransport
{
    void Send(string address, ReadOnlyMemory<byte> body);
}

public sealed class OutboxPump : IDisposable
{
    private readonly object _gate = new object();
    private readonly Queue<(string Address, byte[] Body)> _queue = new Queue<(string, byte[])>();
    private readonly ManualResetEventSlim _ready = new ManualResetEventSlim(false);
    private readonly ManualResetEventSlim _running = new ManualResetEventSlim(true);
    private readonly IOutboxTransport _transport;
    private readonly Thread _thread;
    private bool _stopping;
    private int _failures;

    public OutboxPump(IOutboxTransport transport)
    {
        _transport = transport;
        _thread = new Thread(Run) { IsBackground = true, Name = "outbox" };
        _thread.Start();
    }

    public int Failures => Volatile.Read(ref _failures);

    public bool IsPaused => !_running.IsSet;

    public void Post(string address, byte[] body)
    {
        lock (_gate)
        {
            if (_stopping)
            {
                throw new ObjectDisposedException(nameof(OutboxPump));
            }

            _queue.Enqueue((address, body));
            _ready.Set();
        }
    }

    public void Pause()
    {
        lock (_gate)
        {
            if (!_stopping)
            {
                _running.Reset();
            }
        }
    }

    public void Resume()
    {
        lock (_gate)
        {
            _running.Set();
        }
    }

    public void Dispose()
    {
        if (Thread.CurrentThread == _thread)
        {
            throw new InvalidOperationException("The pump cannot be disposed by its transport.");
        }

        lock (_gate)
        {
            _stopping = true;
            _running.Set();
            _ready.Set();
        }

        _thread.Join();
    }

    private void Run()
    {
        while (true)
        {
            _ready.Wait();
            _running.Wait();

            (string Address, byte[] Body) next;
            lock (_gate)
            {
                if (_queue.Count == 0)
                {
                    if (_stopping)
                    {
                        return;
                    }

                    _ready.Reset();
                    continue;
                }

                next = _queue.Dequeue();
            }

            try
            {
                _transport.Send(next.Address, next.Body);
            }
            catch (Exception)
            {
                Interlocked.Increment(ref _failures);
            }
        }
    }
}
