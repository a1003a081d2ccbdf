using System;
using AioBarrierAnalyzers.Explorer;
using ReferenceRing;

/// <summary>What a request that does not run must not do is refused, and keeps nobody from going on.</summary>
[Scenario]
sealed class Misuse
{
    private readonly RetryQueue _queue = new();
    private readonly RetryRequest _idle;
    private readonly RetryRequest _other;
    private int _refused;

    public Misuse()
    {
        _idle = new RetryRequest(_queue);
        _other = new RetryRequest(_queue);
    }

    [SimulatedThread]
    void FinishesWhatDoesNotRun() => Refused(() => _queue.FinishRetry(_idle));

    [SimulatedThread]
    void CompletesWhatDoesNotRun() => Refused(() => _queue.Complete(_idle));

    [SimulatedThread]
    void HasWaitWhatDoesNotRun() => Refused(() => _queue.WaitOn(_idle, this));

    [SimulatedThread]
    void Starts() => Check.That(_queue.Start(_other), "it starts");

    [Invariant]
    void AllWereRefused()
    {
        Check.Equal(3, _refused, "refusals");
        Check.That(_queue.TryNext(out _), "the other can run");
    }

    private void Refused(Action misuse)
    {
        try
        {
            misuse();
        }
        catch (InvalidOperationException)
        {
            _refused++;
        }
    }
}
