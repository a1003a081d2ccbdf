using AioBarrierAnalyzers.Explorer;
using ReferenceRing;

/// <summary>A ring is migrated as soon as it is found in the table: it is complete, and keeps its number.</summary>
[Scenario]
sealed class SetUpAndMigration
{
    private readonly PagePool _pool = new(2, 1);
    private readonly RingTable _table;
    private MigratableRing? _ring;

    public SetUpAndMigration() => _table = new RingTable(_pool, 1);

    [SimulatedThread]
    void SetsUp() => _ring = _table.Create(1);

    [SimulatedThread]
    void Migrates() => _table.Migrate(1, 0);

    [Invariant]
    void Complete()
    {
        Check.Equal(1, _ring!.Id, "the number");
        Check.Equal(1, _pool.Rented, "pages in use");
    }
}
