using System;
using AioBarrierAnalyzers.Explorer;
using ReferenceRing;

/// <summary>A request is done while a source wakes it and another thread starts it: it does not run again.</summary>
[Scenario]
sealed class Completion
{
    private readonly RetryQueue _queue = new();
    private readonly RetryRequest _request;
    private readonly object _source = new();

    public Completion()
    {
        _request = new RetryRequest(_queue);
        _queue.Start(_request);
        _queue.Next(default);
        _queue.WaitOn(_request, _source);
    }

    [SimulatedThread]
    void Completes() => _queue.Complete(_request);

    [SimulatedThread]
    void Wakes() => _queue.Wake(_request, _source);

    [SimulatedThread]
    void Starts() => _queue.Start(_request);

    [Invariant]
    void Done() => Check.That(!_queue.TryNext(out _), "it does not run again");
}
