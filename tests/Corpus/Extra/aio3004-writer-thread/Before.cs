using System;
using System.Collections.Concurrent;
using System.Threading;

namespace Corpus.Extra.Aio3004WriterThread.Before;

public sealed class LogWindow
{
    private readonly object _sync = new object();
    private readonly ConcurrentQueue<byte> _incoming = new ConcurrentQueue<byte>();
    private byte[] _window = new byte[1024];
    private int _at;

    public void Start() => new Thread(Run) { IsBackground = true }.Start();

    public void Post(byte value) => _incoming.Enqueue(value);

    public void Expand()
    {
        lock (_sync)
        {
            var larger = new byte[_window.Length * 2];
            Buffer.BlockCopy(_window, 0, larger, 0, _window.Length);
            _window = larger;
        }
    }

    private void Run()
    {
        while (true)
        {
            while (_incoming.TryDequeue(out byte value))
            {
                _window[_at % _window.Length] = value;
                _at++;
            }

            Thread.Sleep(1);
        }
    }
}
