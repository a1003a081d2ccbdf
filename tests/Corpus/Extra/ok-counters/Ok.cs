using System;
using System.Runtime.InteropServices;
using System.Threading;

namespace Corpus.Extra.OkCounters;

[StructLayout(LayoutKind.Sequential, Size = 64)]
internal struct PaddedCounter
{
    private long _value;

    internal long Value => Volatile.Read(ref _value);

    internal void Add(long by) => Interlocked.Add(ref _value, by);

    internal long Take() => Interlocked.Exchange(ref _value, 0);
}

public sealed class TrafficMeter : IDisposable
{
    private readonly PaddedCounter[] _bytes = new PaddedCounter[8];
    private readonly Action<long, long> _report;
    private readonly Timer _timer;
    private PaddedCounter _total;
    private int _errors;

    public TrafficMeter(Action<long, long> report)
    {
        _report = report;
        _timer = new Timer(_ => Report(), null, 1000, 1000);
    }

    public int Errors => _errors;

    public long Total => _total.Value;

    public void OnBytes(int count) => _bytes[Environment.CurrentManagedThreadId & 7].Add(count);

    public void OnError() => Interlocked.Increment(ref _errors);

    private void Report()
    {
        long sum = 0;
        for (int i = 0; i < _bytes.Length; i++)
        {
            sum += _bytes[i].Take();
        }

        _total.Add(sum);
        _report(sum, _total.Value);
    }

    public void Dispose() => _timer.Dispose();
}
