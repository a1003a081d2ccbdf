using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio3007BaseLoopCallsStep.Before;

public abstract class BackgroundPump
{
    private readonly ManualResetEventSlim _stop = new ManualResetEventSlim(false);
    private readonly Thread _thread;
    private readonly TimeSpan _period;

    protected BackgroundPump(string name, TimeSpan period)
    {
        _period = period;
        _thread = new Thread(Loop) { IsBackground = true, Name = name };
        _thread.Start();
    }

    public bool IsStopping => _stop.IsSet;

    public void Stop()
    {
        _stop.Set();
        _thread.Join();
    }

    protected abstract void Step();

    private void Loop()
    {
        do
        {
            Step();
        }
        while (!_stop.Wait(_period));
        Step();
    }
}

public interface IMetricSink
{
    void Write(IReadOnlyList<KeyValuePair<string, double>> batch);
}

public sealed class MetricPump : BackgroundPump
{
    private readonly object _sync = new object();
    private readonly IMetricSink _sink;
    private readonly string _prefix;
    private List<KeyValuePair<string, double>> _batch;

    public MetricPump(IMetricSink sink, string prefix, TimeSpan period)
        : base("metric-pump", period)
    {
        _sink = sink ?? throw new ArgumentNullException(nameof(sink));
        _prefix = prefix;
        _batch = new List<KeyValuePair<string, double>>();
    }

    public void Record(string name, double value)
    {
        lock (_sync)
        {
            _batch.Add(new KeyValuePair<string, double>(_prefix + name, value));
        }
    }

    protected override void Step()
    {
        List<KeyValuePair<string, double>> full;
        lock (_sync)
        {
            if (_batch.Count == 0)
            {
                return;
            }

            full = _batch;
            _batch = new List<KeyValuePair<string, double>>();
        }

        _sink.Write(full);
    }
}
