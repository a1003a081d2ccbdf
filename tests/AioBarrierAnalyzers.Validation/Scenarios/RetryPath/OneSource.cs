using AioBarrierAnalyzers.Explorer;
using ReferenceRing;

/// <summary>A request waits for a source that becomes ready when its run ends: it runs again, once.</summary>
[Scenario]
sealed class OneSource
{
    private readonly RetryQueue _queue = new();
    private readonly RetryRequest _request;
    private readonly object _source = new();

    public OneSource()
    {
        _request = new RetryRequest(_queue);
        _queue.Start(_request);
        _queue.Next(default);
        _queue.WaitOn(_request, _source);
    }

    [SimulatedThread]
    void Runs()
    {
        _queue.FinishRetry(_request);
        Check.That(_queue.Next(default) == _request, "the request is in the list");
        _queue.Complete(_request);
    }

    [SimulatedThread]
    void Wakes() => _queue.Wake(_request, _source);

    [Invariant]
    void Once()
    {
        Check.That(_request.IsDone, "it has run");
        Check.That(!_queue.TryNext(out _), "nothing is left in the list");
    }
}
