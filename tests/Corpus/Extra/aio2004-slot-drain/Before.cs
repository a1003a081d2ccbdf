using System;
using System.Threading;

namespace Corpus.Extra.Aio2004SlotDrain.Before;

public sealed class RateBoard : IDisposable
{
    private readonly long[] _bytes = new long[16];
    private readonly Action<long> _report;
    private readonly Timer _timer;

    public RateBoard(Action<long> report)
    {
        _report = report;
        _timer = new Timer(Report, null, 1000, 1000);
    }

    public void OnBytes(int lane, int count) => Interlocked.Add(ref _bytes[lane], count);

    private void Report(object state)
    {
        long sum = 0;
        for (int i = 0; i < _bytes.Length; i++)
        {
            sum += _bytes[i];
            _bytes[i] = 0;
        }

        _report(sum);
    }

    public void Dispose() => _timer.Dispose();
}
