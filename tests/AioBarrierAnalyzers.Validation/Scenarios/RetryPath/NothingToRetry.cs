using AioBarrierAnalyzers.Explorer;
using ReferenceRing;

/// <summary>A request is woken, runs again and waits for another source: it is not in the run list before that is ready.</summary>
[Scenario]
sealed class NothingToRetry
{
    private readonly RetryQueue _queue = new();
    private readonly RetryRequest _request;
    private readonly object _first = new();
    private readonly object _second = new();

    public NothingToRetry()
    {
        _request = new RetryRequest(_queue);
        _queue.Start(_request);
        _queue.Next(default);
        _queue.WaitOn(_request, _first);
    }

    [SimulatedThread]
    void Runs()
    {
        _queue.FinishRetry(_request);
        _queue.Next(default);
        _queue.WaitOn(_request, _second);
        _queue.FinishRetry(_request);
    }

    [SimulatedThread]
    void Wakes() => _queue.Wake(_request, _first);

    [Invariant]
    void Waits() => Check.That(!_queue.TryNext(out _), "it waits");
}
