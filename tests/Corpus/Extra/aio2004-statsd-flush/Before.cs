using System;
using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Threading;

namespace Corpus.Extra.Aio2004StatsdFlush.Before;

public interface IDatagramSink
{
    void Send(string payload);
}

public sealed class StatsdClient : IDisposable
{
    private sealed class Counter
    {
        public int Total;
    }

    private readonly ConcurrentDictionary<string, Counter> _counters = new ConcurrentDictionary<string, Counter>(StringComparer.Ordinal);
    private readonly IDatagramSink _sink;
    private readonly string _prefix;
    private readonly object _flushLock = new object();
    private readonly Timer _timer;

    public StatsdClient(IDatagramSink sink, string prefix, TimeSpan period)
    {
        _sink = sink;
        _prefix = prefix + ".";
        _timer = new Timer(s => ((StatsdClient)s).Flush(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(period, period);
    }

    public void Increment(string bucket, int by = 1)
    {
        Counter counter = _counters.GetOrAdd(bucket, static _ => new Counter());
        Interlocked.Add(ref counter.Total, by);
    }

    public void Flush()
    {
        lock (_flushLock)
        {
            var text = new StringBuilder();
            foreach (var pair in _counters)
            {
                int delta = pair.Value.Total;
                if (delta == 0)
                    continue;
                text.Append(_prefix).Append(pair.Key).Append(':');
                text.Append(delta.ToString(CultureInfo.InvariantCulture)).Append("|c\n");
                pair.Value.Total = 0;
            }
            if (text.Length > 0)
                _sink.Send(text.ToString());
        }
    }

    public void Dispose()
    {
        _timer.Dispose();
        Flush();
    }
}
