using AioBarrierAnalyzers.Explorer;
using ReferenceRing;

/// <summary>Two rings are made: they have two numbers and two pages.</summary>
[Scenario]
sealed class TwoRings
{
    private readonly PagePool _pool = new(2, 1);
    private readonly RingTable _table;
    private MigratableRing? _one;
    private MigratableRing? _two;

    public TwoRings() => _table = new RingTable(_pool, 2);

    [SimulatedThread]
    void MakesOne() => _one = _table.Create(1);

    [SimulatedThread]
    void MakesTwo() => _two = _table.Create(1);

    [SimulatedThread]
    void Counts() => Check.That(_pool.Rented is 0 or 1 or 2, "pages in use");

    [Invariant]
    void Apart()
    {
        Check.That(_one!.Id != _two!.Id, "the numbers differ");
        Check.Equal(2, _pool.Rented, "pages in use");
        _one.TryComplete(new IoEvent(1, 0, 0, 0));
        Check.Equal(0, _two.Read(new IoEvent[1]), "events in the other ring");
    }
}
