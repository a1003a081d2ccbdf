using System;
using System.Collections.Generic;
using System.Threading;
using AioBarrierAnalyzers.Explorer;

/// <summary>A record through the ring.</summary>
[Scenario]
sealed class OneRecord
{
    private readonly LogRing _ring = new();

    [SimulatedThread]
    void Appends() => _ring.Append(new LogRecord { Timestamp = 5, Text = "text" });

    [SimulatedThread]
    void Takes()
    {
        LogRecord record;
        while ((record = _ring.Next()) == null) Thread.Yield();
        Check.Equal(5L, record.Timestamp, "the time");
        Check.Equal("text", record.Text, "the text");
    }
}
