using System;
using System.Collections.Generic;

namespace Corpus.Extra.Aio3002BatchCut.After;

public readonly struct LogLine
{
    public LogLine(DateTime time, string level, string text)
    {
        Time = time;
        Level = level;
        Text = text;
    }

    public DateTime Time { get; }
    public string Level { get; }
    public string Text { get; }
}

public interface IConcurrentSink
{
    void Write(IReadOnlyList<LogLine> lines);
}

public sealed class BatchShipper : IDisposable
{
    private readonly object m_lock = new object();
    private readonly IConcurrentSink m_sink;
    private readonly int m_batchSize;
    private readonly List<LogLine> m_pending;
    private bool m_closed;
    private long m_accepted;

    public BatchShipper(IConcurrentSink sink, int batchSize)
    {
        m_sink = sink ?? throw new ArgumentNullException(nameof(sink));
        m_batchSize = batchSize;
        m_pending = new List<LogLine>(batchSize * 2);
    }

    public long Accepted
    {
        get { lock (m_lock) { return m_accepted; } }
    }

    public event Action<Exception> SinkFailed;

    public void Post(string level, string text)
    {
        LogLine line = new LogLine(DateTime.UtcNow, level, text);
        lock (m_lock)
        {
            if (m_closed)
                return;
            m_pending.Add(line);
            m_accepted++;
        }

        ShipFullBatch();
    }

    private void ShipFullBatch()
    {
        List<LogLine> batch;
        lock (m_lock)
        {
            if (m_pending.Count < m_batchSize)
                return;

            batch = m_pending.GetRange(0, m_batchSize);
            m_pending.RemoveRange(0, m_batchSize);
        }

        Ship(batch);
    }

    private void Ship(List<LogLine> batch)
    {
        try
        {
            m_sink.Write(batch);
        }
        catch (Exception ex)
        {
            SinkFailed?.Invoke(ex);
        }
    }

    public void Dispose()
    {
        List<LogLine> rest;
        lock (m_lock)
        {
            if (m_closed)
                return;
            m_closed = true;
            rest = new List<LogLine>(m_pending);
            m_pending.Clear();
        }

        if (rest.Count > 0)
            Ship(rest);
    }
}
