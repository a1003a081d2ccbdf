using System;
using System.Threading;

namespace Corpus.Extra.Aio1003BatchSpanEmitted.Before;

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
    private readonly Timer _timer;
    private long _dropped;
    private volatile Batch _active;

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
        Batch batch = _active;
        int index = Interlocked.Increment(ref batch.Taken) - 1;
        if (index < batch.Entries.Length)
            batch.Entries[index] = entry;
        else
            Interlocked.Increment(ref _dropped);
    }

    public void Flush()
    {
        lock (_flushGate)
        {
            Batch full = _active;
            _active = new Batch(_capacity);
            int count = Math.Min(Volatile.Read(ref full.Taken), full.Entries.Length);
            if (count > 0)
                _sink.Emit(full.Entries.AsSpan(0, count));
        }
    }

    public void Dispose()
    {
        _timer.Dispose();
        Flush();
    }
}
