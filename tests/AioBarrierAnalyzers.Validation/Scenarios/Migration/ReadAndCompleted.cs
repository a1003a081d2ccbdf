using System.Threading;
using AioBarrierAnalyzers.Explorer;
using ReferenceRing;

/// <summary>Two events through a ring of one slot, with the two locks of the two sides: each comes out once, whole.</summary>
[Scenario]
sealed class ReadAndCompleted
{
    private readonly MigratableRing _ring = new RingTable(new PagePool(1, 1), 1).Create(1);

    [SimulatedThread]
    void Completes()
    {
        for (uint i = 1; i <= 2; i++)
        {
            while (!_ring.TryComplete(new IoEvent(i, i, 0, 0))) Thread.Yield();
        }
    }

    [SimulatedThread]
    void Reads()
    {
        var into = new IoEvent[1];
        for (uint i = 1; i <= 2; i++)
        {
            while (_ring.Read(into) == 0) Thread.Yield();
            Check.Equal(new IoEvent(i, i, 0, 0), into[0], "the event");
        }
    }
}
