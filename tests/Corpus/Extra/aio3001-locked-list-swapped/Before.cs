using System;
using System.Collections.Generic;

namespace Corpus.Extra.Aio3001LockedListSwapped.Before;

public readonly struct LogEntry
{
    public LogEntry(DateTime at, string text)
    {
        At = at;
        Text = text;
    }

    public DateTime At { get; }

    public string Text { get; }
}

/// <summary>Collects entries until somebody takes them all away to write them.</summary>
public sealed class EventLogBuffer
{
    private readonly object _sync = new object();
    private readonly int _limit;
    private List<LogEntry> _entries = new List<LogEntry>();

    public EventLogBuffer(int limit) => _limit = limit;

    public bool Append(string text)
    {
        lock (_entries)
        {
            if (_entries.Count >= _limit)
            {
                return false;
            }

            _entries.Add(new LogEntry(DateTime.UtcNow, text));
            return true;
        }
    }

    public IReadOnlyList<LogEntry> TakeAll()
    {
        lock (_entries)
        {
            List<LogEntry> taken = _entries;
            _entries = new List<LogEntry>();
            return taken;
        }
    }
}
