using System.Threading;
using AioBarrierAnalyzers.Explorer;
using ReferenceRing;

/// <summary>One request is completed while a reader waits for it: the reader does not sleep for ever.</summary>
[Scenario]
sealed class OneCompletion
{
    private readonly KioContext _context = new(1);
    private readonly IoRequest _request;

    public OneCompletion() => _request = _context.TrySubmit(7)!;

    [SimulatedThread]
    void Completes() => _context.Complete(_request, 70);

    [SimulatedThread]
    void Reads()
    {
        var into = new IoEvent[1];
        Check.Equal(1, _context.ReadEvents(1, into, Timeout.InfiniteTimeSpan), "events");
        Check.Equal(70L, into[0].Result, "the result");
    }
}
