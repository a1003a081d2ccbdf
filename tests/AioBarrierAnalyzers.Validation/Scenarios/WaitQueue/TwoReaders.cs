using System.Threading;
using AioBarrierAnalyzers.Explorer;
using ReferenceRing;

/// <summary>Two requests and two readers: each reader gets one event.</summary>
[Scenario]
sealed class TwoReaders
{
    private readonly KioContext _context = new(2);
    private readonly IoRequest _one;
    private readonly IoRequest _two;
    private ulong _seen;

    public TwoReaders()
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
    void Reads() => Read();

    [SimulatedThread]
    void ReadsToo() => Read();

    [Invariant]
    void BothCameOut() => Check.Equal(3UL, _seen, "the sum of the events");

    private void Read()
    {
        var into = new IoEvent[1];
        Check.Equal(1, _context.ReadEvents(1, into, Timeout.InfiniteTimeSpan), "events");
        _seen += into[0].Data;
    }
}
