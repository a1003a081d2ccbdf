using AioBarrierAnalyzers.Explorer;
using ReferenceRing;

/// <summary>Two threads start a request: it is in the run list once.</summary>
[Scenario]
sealed class StartedTwice
{
    private readonly RetryQueue _queue = new();
    private readonly RetryRequest _request;
    private int _started;

    public StartedTwice() => _request = new RetryRequest(_queue);

    [SimulatedThread]
    void Starts() => Start();

    [SimulatedThread]
    void StartsToo() => Start();

    [Invariant]
    void Once()
    {
        Check.Equal(1, _started, "starts");
        Check.That(_queue.TryNext(out _), "it is in the list");
        Check.That(!_queue.TryNext(out _), "it is in the list once");
    }

    private void Start()
    {
        if (_queue.Start(_request)) _started++;
    }
}
