using System;
using System.Collections.Concurrent;
using System.Threading;

namespace Corpus.Extra.Aio2002LookWhereTraced.Before;

public sealed class SpanExporter
{
    private readonly ConcurrentQueue<string> _spans = new ConcurrentQueue<string>();
    private readonly Action<string> _send;
    private bool _isTraced;
    private int _exporting;

    public SpanExporter(Action<string> send) => _send = send;

    public bool IsTraced
    {
        get => Volatile.Read(ref _isTraced);
        set => Volatile.Write(ref _isTraced, value);
    }

    public void Add(string span)
    {
        _spans.Enqueue(span);
        if (Interlocked.CompareExchange(ref _exporting, 1, 0) == 0)
        {
            ThreadPool.QueueUserWorkItem(_ => Export());
        }
    }

    private void Export()
    {
        bool isTraced = Volatile.Read(ref _isTraced);
        while (_spans.TryDequeue(out string span))
        {
            _send(span);
        }

        Interlocked.Exchange(ref _exporting, 0);
        if (isTraced && !_spans.IsEmpty)
        {
            _send("late spans");
        }
    }
}
