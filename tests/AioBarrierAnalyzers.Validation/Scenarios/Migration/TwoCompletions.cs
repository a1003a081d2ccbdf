using AioBarrierAnalyzers.Explorer;
using ReferenceRing;

/// <summary>Two threads complete, two read: each event comes out once.</summary>
[Scenario]
sealed class TwoCompletions
{
    private readonly MigratableRing _ring = new RingTable(new PagePool(1, 2), 1).Create(1);
    private ulong _sum;

    [SimulatedThread]
    void CompletesOne() => _ring.TryComplete(new IoEvent(1, 0, 0, 0));

    [SimulatedThread]
    void CompletesTwo() => _ring.TryComplete(new IoEvent(2, 0, 0, 0));

    [SimulatedThread]
    void Reads() => Read();

    [SimulatedThread]
    void ReadsToo() => Read();

    [Invariant]
    void EachOnce()
    {
        Read();
        Check.Equal(3UL, _sum, "the sum of the events");
    }

    private void Read()
    {
        var into = new IoEvent[1];
        while (_ring.Read(into) != 0) _sum += into[0].Data;
    }
}
