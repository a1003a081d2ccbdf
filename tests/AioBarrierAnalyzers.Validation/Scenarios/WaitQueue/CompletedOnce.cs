using System;
using System.Threading;
using AioBarrierAnalyzers.Explorer;
using ReferenceRing;

/// <summary>Two threads complete the same request: one succeeds.</summary>
[Scenario]
sealed class CompletedOnce
{
    private readonly KioContext _context = new(2);
    private readonly IoRequest _request;
    private int _refused;

    public CompletedOnce() => _request = _context.TrySubmit(7)!;

    [SimulatedThread]
    void Completes() => Complete();

    [SimulatedThread]
    void CompletesToo() => Complete();

    [Invariant]
    void Once()
    {
        Check.Equal(1, _refused, "refusals");
        Check.Equal(1, _context.ReadEvents(0, new IoEvent[2], TimeSpan.Zero), "events");
    }

    private void Complete()
    {
        try
        {
            _context.Complete(_request, 0);
        }
        catch (InvalidOperationException)
        {
            _refused++;
        }
    }
}
