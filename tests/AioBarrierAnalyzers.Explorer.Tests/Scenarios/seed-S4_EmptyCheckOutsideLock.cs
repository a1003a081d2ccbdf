using System;
using System.Collections.Generic;
using System.Threading;
using AioBarrierAnalyzers.Explorer;

/// <summary>A request waits for a source that becomes ready: it is run again, once.</summary>
[Scenario]
sealed class OneSource
{
    private readonly RetryContext _context = new();
    private readonly Iocb _request = new();
    private readonly object _source = new();
    private int _runs;

    public OneSource()
    {
        _context.Arm(_request, _source);
        _request.Queued = true;
    }

    [SimulatedThread]
    void Wakes() => _context.Wake(_request, _source);

    [SimulatedThread]
    void Runs()
    {
        _context.Run(_request, done: false);
        Check.That(_context.Next() == _request, "the request is in the list");
        _runs++;
    }

    [Invariant]
    void Once() => Check.Equal(1, _runs, "runs");
}
