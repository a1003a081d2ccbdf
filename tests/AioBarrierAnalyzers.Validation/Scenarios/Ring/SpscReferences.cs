using System.Threading;
using AioBarrierAnalyzers.Explorer;
using ReferenceRing;

/// <summary>Two objects through a ring of one slot: the slot is cleared before it is given back.</summary>
[Scenario(DelayedReads = true)]
sealed class SpscReferences
{
    private sealed record Item(int Number);

    private readonly SpscRing<Item> _ring = new(1);

    [SimulatedThread]
    void Produces()
    {
        for (var i = 1; i <= 2; i++)
        {
            var item = new Item(i);
            while (!_ring.TryWrite(item)) Thread.Yield();
        }
    }

    [SimulatedThread]
    void Consumes()
    {
        for (var i = 1; i <= 2; i++)
        {
            Item item;
            while (!_ring.TryRead(out item)) Thread.Yield();
            Check.That(item is not null, "there is an item");
            Check.Equal(i, item!.Number, "the item");
        }
    }
}
