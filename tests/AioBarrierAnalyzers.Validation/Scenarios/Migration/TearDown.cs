using System;
using AioBarrierAnalyzers.Explorer;
using ReferenceRing;

/// <summary>A ring goes while it is completed to, read and migrated: its pages are back, and nobody writes to them.</summary>
[Scenario]
sealed class TearDown
{
    private readonly PagePool _pool = new(2, 1);
    private readonly RingTable _table;
    private readonly MigratableRing _ring;
    private readonly int _id;

    public TearDown()
    {
        _table = new RingTable(_pool, 1);
        _ring = _table.Create(1);
        _id = _ring.Id;
    }

    [SimulatedThread]
    void Destroys() => Check.That(_table.Destroy(_id), "there is a ring");

    [SimulatedThread]
    void Completes()
    {
        try
        {
            _ring.TryComplete(new IoEvent(1, 0, 0, 0));
            _ring.Read(new IoEvent[1]);
        }
        catch (ObjectDisposedException)
        {
        }
    }

    [SimulatedThread]
    void Migrates() => _table.Migrate(_id, 0);

    [Invariant]
    void PagesAreBack() => Check.Equal(0, _pool.Rented, "pages in use");
}
