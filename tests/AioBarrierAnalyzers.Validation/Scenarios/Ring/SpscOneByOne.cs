using System.Threading;
using AioBarrierAnalyzers.Explorer;
using ReferenceRing;

/// <summary>Two items through a ring of one slot: each comes out once, whole, in order.</summary>
[Scenario(DelayedReads = true)]
sealed class SpscOneByOne
{
    private readonly record struct Item(long Low, long High);

    private readonly SpscRing<Item> _ring = new(1);

    [SimulatedThread]
    void Produces()
    {
        for (long i = 1; i <= 2; i++)
        {
            while (!_ring.TryWrite(new Item(i, i))) Thread.Yield();
        }
    }

    [SimulatedThread]
    void Consumes()
    {
        for (long i = 1; i <= 2; i++)
        {
            Item item;
            while (!_ring.TryRead(out item)) Thread.Yield();
            Check.Equal(new Item(i, i), item, "the item");
        }
    }
}
