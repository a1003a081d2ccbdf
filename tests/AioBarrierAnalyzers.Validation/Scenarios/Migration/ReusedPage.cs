using System;
using AioBarrierAnalyzers.Explorer;
using ReferenceRing;

/// <summary>A page that goes from a ring to the next has nothing more written to it by the first.</summary>
[Scenario]
sealed class ReusedPage
{
    private readonly RingTable _table = new(new PagePool(1, 1), 1);
    private readonly MigratableRing _ring;
    private readonly int _id;

    public ReusedPage()
    {
        _ring = _table.Create(1);
        _id = _ring.Id;
    }

    [SimulatedThread]
    void Replaces()
    {
        _table.Destroy(_id);
        var next = _table.Create(1);
        Check.Equal(0, next.Read(new IoEvent[1]), "events in the new ring");
        Check.Equal(_id + 1, next.Id, "the number");
    }

    [SimulatedThread]
    void Completes()
    {
        try
        {
            _ring.TryComplete(new IoEvent(1, 0, 0, 0));
            Check.That(_ring.Id == _id, "the number");
        }
        catch (ObjectDisposedException)
        {
        }
    }
}
