using System;
using AioBarrierAnalyzers.Explorer;
using ReferenceRing;

/// <summary>A ring without a page to migrate to, one that is full and one that is torn down refuse what two threads want: neither waits for ever.</summary>
[Scenario]
sealed class Refusals
{
    private readonly RingTable _table = new(new PagePool(1, 1), 1);
    private readonly MigratableRing _full;
    private readonly MigratableRing _gone;
    private readonly int _id;

    public Refusals()
    {
        _gone = _table.Create(1);
        _table.Destroy(_gone.Id);
        _full = _table.Create(1);
        _full.TryComplete(default);
        _id = _full.Id;
    }

    [SimulatedThread]
    void Uses() => Use();

    [SimulatedThread]
    void UsesToo() => Use();

    private void Use()
    {
        Check.That(!_full.TryComplete(default), "there is no room");
        Refused<InsufficientMemoryException>(() => _table.Migrate(_id, 0));
        Check.Equal(_id, _full.Id, "the number");
        Refused<ObjectDisposedException>(() => _gone.TryComplete(default));
        Refused<ObjectDisposedException>(() => _gone.Read(new IoEvent[1]));
        Refused<ObjectDisposedException>(() => Check.Equal(0, _gone.Id, "the number of a ring that is gone"));
    }

    private static void Refused<T>(Action use)
        where T : Exception
    {
        try
        {
            use();
        }
        catch (T)
        {
        }
    }
}
