using System;
using System.Threading;
using AioBarrierAnalyzers.Explorer;
using ReferenceRing;

/// <summary>Two readers wait, one of them not for long: the wake-up that it leaves behind is the other's.</summary>
[Scenario(EarlyTimeouts = true)]
sealed class OneReaderGivesUp
{
    private readonly KioContext _context = new(2);
    private readonly IoRequest _one;
    private readonly IoRequest _two;

    public OneReaderGivesUp()
    {
        _one = _context.TrySubmit(1)!;
        _two = _context.TrySubmit(2)!;
    }

    [SimulatedThread]
    void Completes()
    {
        _context.Complete(_one, 0);
        _context.Complete(_two, 0);
    }

    [SimulatedThread]
    void ReadsPatiently() => Check.Equal(1, _context.ReadEvents(1, new IoEvent[1], Timeout.InfiniteTimeSpan), "events");

    [SimulatedThread]
    void ReadsImpatiently() => _context.ReadEvents(1, new IoEvent[1], TimeSpan.FromMilliseconds(1));
}
