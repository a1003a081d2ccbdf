using AioBarrierAnalyzers.Explorer;
using ReferenceRing;

/// <summary>A request that runs begins to wait for a second source while the first becomes ready: it waits for the second.</summary>
[Scenario]
sealed class NewSource
{
    private readonly RetryQueue _queue = new();
    private readonly RetryRequest _request;
    private readonly object _first = new();
    private readonly object _second = new();

    public NewSource()
    {
        _request = new RetryRequest(_queue);
        _queue.Start(_request);
        _queue.Next(default);
        _queue.WaitOn(_request, _first);
    }

    [SimulatedThread]
    void Runs() => _queue.WaitOn(_request, _second);

    [SimulatedThread]
    void Wakes() => _queue.Wake(_request, _first);

    [Invariant]
    void StillWaits()
    {
        Check.Equal(1, _request.WaitList.Count, "sources");
        Check.That(_request.WaitList[0] == _second, "it waits for the second");
    }
}
