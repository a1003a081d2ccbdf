using AioBarrierAnalyzers.Explorer;
using ReferenceRing;

/// <summary>A page is replaced while another ring gets its pages: what was completed stays, and the other ring is empty.</summary>
[Scenario]
sealed class ReplacedPage
{
    private readonly RingTable _table = new(new PagePool(3, 1), 2);
    private readonly MigratableRing _ring;
    private readonly int _id;

    public ReplacedPage()
    {
        _ring = _table.Create(1);
        _id = _ring.Id;
        _ring.TryComplete(new IoEvent(1, 0, 0, 0));
    }

    [SimulatedThread]
    void Migrates() => _table.Migrate(_id, 0);

    [SimulatedThread]
    void SetsUp()
    {
        var other = _table.Create(1);
        Check.Equal(0, other.Read(new IoEvent[1]), "events in the other ring");
        Check.Equal(_id + 1, other.Id, "the other's number");
    }

    [Invariant]
    void EventIsThere()
    {
        Check.Equal(_id, _ring.Id, "the number");
        Check.Equal(1, _ring.Read(new IoEvent[1]), "events");
    }
}
