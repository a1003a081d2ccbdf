using System;
using System.Threading;

namespace Corpus.Extra.Aio3004RecentEvents.Before;

public sealed class LogRecord
{
    public LogRecord(DateTime time, int level, string text) { Time = time; Level = level; Text = text; }
    public DateTime Time { get; }
    public int Level { get; }
    public string Text { get; }
}

public sealed class RecentEventsAppender
{
    private readonly object _sync = new object();
    private LogRecord[] _events;
    private int _next;
    private int _count;

    public RecentEventsAppender(int size) => _events = new LogRecord[Math.Max(1, size)];

    public int Threshold { get; init; }

    public void Append(LogRecord record)
    {
        if (record.Level < Threshold)
            return;
        LogRecord[] events = _events;
        lock (_sync)
        {
            events[_next] = record;
            _next = (_next + 1) % events.Length;
            if (_count < events.Length)
                _count++;
        }
    }

    public LogRecord[] Snapshot()
    {
        lock (_sync)
            return CopyLatest(_count);
    }

    public void Resize(int size)
    {
        if (size < 1)
            throw new ArgumentOutOfRangeException(nameof(size));
        lock (_sync)
        {
            int keep = Math.Min(size, _count);
            LogRecord[] latest = CopyLatest(keep);
            var grown = new LogRecord[size];
            Array.Copy(latest, grown, keep);
            _events = grown;
            _next = keep % size;
            _count = keep;
        }
    }

    private LogRecord[] CopyLatest(int wanted)
    {
        var copy = new LogRecord[wanted];
        int from = (_next - wanted + _events.Length) % _events.Length;
        for (int i = 0; i < wanted; i++)
            copy[i] = _events[(from + i) % _events.Length];
        return copy;
    }
}
