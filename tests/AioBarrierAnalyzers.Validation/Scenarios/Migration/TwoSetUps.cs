using System;
using AioBarrierAnalyzers.Explorer;
using ReferenceRing;

/// <summary>Two rings are made in a table that has room for one: one is, and the other's page goes back.</summary>
[Scenario]
sealed class TwoSetUps
{
    private readonly PagePool _pool = new(2, 1);
    private readonly RingTable _table;
    private int _made;
    private int _refused;

    public TwoSetUps() => _table = new RingTable(_pool, 1);

    [SimulatedThread]
    void SetsUp() => Create();

    [SimulatedThread]
    void SetsUpToo() => Create();

    [Invariant]
    void One()
    {
        Check.Equal(1, _made, "rings");
        Check.Equal(1, _refused, "refusals");
        Check.Equal(1, _pool.Rented, "pages in use");
    }

    private void Create()
    {
        try
        {
            var ring = _table.Create(1);
            Check.Equal(1, ring.Id, "the number");
            _made++;
        }
        catch (InvalidOperationException)
        {
            _refused++;
        }
    }
}
