using System.Threading;
using AioBarrierAnalyzers.Explorer;
using ReferenceRing;

/// <summary>Slots that are given back are not written before they are read.</summary>
[Scenario(RaceChecked = "RingPage.Events")]
sealed class ReadUnraced
{
    private readonly MigratableRing _ring = new RingTable(new PagePool(1, 1), 1).Create(1);

    [SimulatedThread]
    void Completes()
    {
        for (var i = 0; i < 2; i++)
        {
            while (!_ring.TryComplete(default)) Thread.Yield();
        }
    }

    [SimulatedThread]
    void Reads()
    {
        var into = new IoEvent[1];
        for (var i = 0; i < 2; i++)
        {
            while (_ring.Read(into) == 0) Thread.Yield();
        }
    }
}
