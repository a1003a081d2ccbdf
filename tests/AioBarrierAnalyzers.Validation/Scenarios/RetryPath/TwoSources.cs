using AioBarrierAnalyzers.Explorer;
using ReferenceRing;

/// <summary>A request waits for two sources that become ready when its run ends: it runs again, once or twice, and never in two places.</summary>
[Scenario]
sealed class TwoSources
{
    private readonly RetryQueue _queue = new();
    private readonly RetryRequest _request;
    private readonly object _one = new();
    private readonly object _two = new();

    public TwoSources()
    {
        _request = new RetryRequest(_queue);
        _queue.Start(_request);
        _queue.Next(default);
        _queue.WaitOn(_request, _one);
        _queue.WaitOn(_request, _two);
    }

    [SimulatedThread]
    void Runs() => _queue.FinishRetry(_request);

    [SimulatedThread]
    void WakesOne() => _queue.Wake(_request, _one);

    [SimulatedThread]
    void WakesTwo() => _queue.Wake(_request, _two);

    [Invariant]
    void InOnePlace()
    {
        Check.That(_queue.TryNext(out _), "it is in the list");
        Check.That(!_queue.TryNext(out _), "it is in the list once");
        _queue.FinishRetry(_request);
        Check.That(_queue.TryNext(out _), "it is in the list again");
    }
}
