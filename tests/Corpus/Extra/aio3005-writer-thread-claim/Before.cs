using System.Collections.Concurrent;
using System.Threading;

namespace Corpus.Extra.Aio3005WriterThreadClaim.Before;

public sealed class TraceWriter
{
    private readonly ConcurrentQueue<string> _lines = new ConcurrentQueue<string>();
    private int _active;
    private long _written;

    public void Write(string line)
    {
        _lines.Enqueue(line);
        if (Interlocked.Exchange(ref _active, 1) != 0)
        {
            return;
        }

        new Thread(Drain) { IsBackground = true }.Start();
    }

    private void Drain()
    {
        while (true)
        {
            while (_lines.TryDequeue(out string line))
            {
                Interlocked.Add(ref _written, line.Length);
            }

            Interlocked.Exchange(ref _active, 0);
            if (_lines.IsEmpty || Interlocked.Exchange(ref _active, 1) != 0)
            {
                return;
            }
        }
    }
}
