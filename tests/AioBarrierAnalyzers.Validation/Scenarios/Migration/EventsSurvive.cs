using AioBarrierAnalyzers.Explorer;
using ReferenceRing;

/// <summary>Events are completed and read while the page is replaced: each comes out once, in order.</summary>
[Scenario]
sealed class EventsSurvive
{
    private readonly PagePool _pool = new(2, 2);
    private readonly RingTable _table;
    private readonly MigratableRing _ring;
    private readonly int _id;
    private ulong _next = 1;

    public EventsSurvive()
    {
        _table = new RingTable(_pool, 1);
        _ring = _table.Create(1);
        _id = _ring.Id;
        _ring.TryComplete(new IoEvent(1, 0, 0, 0));
    }

    [SimulatedThread]
    void Completes() => _ring.TryComplete(new IoEvent(2, 0, 0, 0));

    [SimulatedThread]
    void Reads() => Read();

    [SimulatedThread]
    void Migrates() => _table.Migrate(_id, 0);

    [Invariant]
    void EachOnce()
    {
        Read();
        Check.Equal(3UL, _next, "the next event");
        Check.Equal(_id, _ring.Id, "the number");
        Check.Equal(1, _pool.Rented, "pages in use");
    }

    private void Read()
    {
        var into = new IoEvent[2];
        var count = _ring.Read(into);
        for (var i = 0; i < count; i++) Check.Equal(_next++, into[i].Data, "the event");
    }
}
