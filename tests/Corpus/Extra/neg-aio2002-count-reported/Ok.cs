using System;
using System.Threading;

namespace Corpus.Extra.NegAio2002CountReported;

public sealed class DropReporter
{
    private readonly Action<long> _report;
    private long _dropped;
    private int _reporting;

    public DropReporter(Action<long> report) => _report = report;

    public void Drop(int messages)
    {
        Interlocked.Add(ref _dropped, messages);
        if (Interlocked.CompareExchange(ref _reporting, 1, 0) == 0)
        {
            ThreadPool.QueueUserWorkItem(_ => Report());
        }
    }

    private void Report()
    {
        long dropped = Interlocked.Exchange(ref _dropped, 0);
        if (dropped > 0)
        {
            _report(dropped);
        }

        Interlocked.Exchange(ref _reporting, 0);
    }
}
