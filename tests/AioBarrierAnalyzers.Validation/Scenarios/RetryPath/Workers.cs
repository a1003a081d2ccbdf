using AioBarrierAnalyzers.Explorer;
using ReferenceRing;

/// <summary>A worker that only looks in, another that waits: the one request is given to one of them, complete.</summary>
[Scenario]
sealed class Workers
{
    private readonly RetryQueue _queue = new();
    private readonly RetryRequest _first;
    private readonly RetryRequest _second;

    public Workers()
    {
        _first = new RetryRequest(_queue);
        _second = new RetryRequest(_queue);
    }

    [SimulatedThread]
    void Starts() => _queue.Start(_first);

    [SimulatedThread]
    void StartsToo() => _queue.Start(_second);

    [SimulatedThread]
    void Works() => _queue.Complete(_queue.Next(default));

    [SimulatedThread]
    void LooksIn()
    {
        if (_queue.TryNext(out var request)) _queue.Complete(request!);
    }

    [Invariant]
    void NothingIsLost()
    {
        var left = _queue.TryNext(out _) ? 1 : 0;
        Check.Equal(2, (_first.IsDone ? 1 : 0) + (_second.IsDone ? 1 : 0) + left, "requests that ran or are in the list");
    }
}
