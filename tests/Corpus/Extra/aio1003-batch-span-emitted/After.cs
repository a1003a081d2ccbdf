using System;
using System.Threading;

namespace Corpus.Extra.Aio1003BatchSpanEmitted.After;

public sealed class LogEntry
{
    public LogEntry(DateTime timestamp, string text)
    {
        Timestamp = timestamp;
        Text = text;
    }

    public DateTime Timestamp { get; }
    public string Text { get; }
}

public interface IBatchSink
{
    void Emit(ReadOnlySpan<LogEntry> entries);
}

public sealed class BufferedLogger : IDisposable
{
    private sealed class Batch
    {
        public readonly LogEntry[] Entries;
        public int Taken;

        public Batch(int capacity) => Entries = new LogEntry[capacity];
    }

    private readonly IBatchSink _sink;
    private readonly int _capacity;
    private readonly object _flushGate = new object();
    private readonly object _batchGate = new object();
    private readonly Timer _timer;
    private long _dropped;
    private Batch _active;

    public BufferedLogger(IBatchSink sink, int capacity, TimeSpan period)
    {
        _sink = sink;
        _capacity = capacity;
        _active = new Batch(capacity);
        _timer = new Timer(static s => ((BufferedLogger)s).Flush(), this, period, period);
    }

    public long Dropped => Interlocked.Read(ref _dropped);

    public void Write(string text)
    {
        var entry = new LogEntry(DateTime.UtcNow, text);
        lock (_batchGate)
        {
            Batch batch = _active;
            if (batch.Taken < batch.Entries.Length)
                batch.Entries[batch.Taken++] = entry;
            else
                Interlocked.Increment(ref _dropped);
        }
    }

    public void Flush()
    {
        lock (_flushGate)
        {
            Batch full;
            lock (_batchGate)
            {
                full = _active;
                _active = new Batch(_capacity);
            }
            if (full.Taken > 0)
                _sink.Emit(full.Entries.AsSpan(0, full.Taken));
        }
    }

    public void Dispose()
    {
        _timer.Dispose();
        Flush();
    }
}
