using AioBarrierAnalyzers.Explorer;
using ReferenceRing;

/// <summary>Two workers take requests while a third is started: each is given to one.</summary>
[Scenario]
sealed class TwoWorkers
{
    private readonly RetryQueue _queue = new();
    private readonly RetryRequest _first;
    private readonly RetryRequest _second;
    private RetryRequest? _one;
    private RetryRequest? _two;

    public TwoWorkers()
    {
        _first = new RetryRequest(_queue);
        _second = new RetryRequest(_queue);
        _queue.Start(_first);
    }

    [SimulatedThread]
    void Starts() => _queue.Start(_second);

    [SimulatedThread]
    void Works()
    {
        _one = _queue.Next(default);
        _queue.Complete(_one);
    }

    [SimulatedThread]
    void WorksToo()
    {
        _two = _queue.Next(default);
        _queue.Complete(_two);
    }

    [Invariant]
    void OneEach()
    {
        Check.That(_one != _two, "each worker has one of its own");
        Check.That(_first.IsDone && _second.IsDone, "both are done");
    }
}
