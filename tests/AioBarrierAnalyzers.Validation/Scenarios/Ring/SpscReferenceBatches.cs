using System;
using System.Threading;
using AioBarrierAnalyzers.Explorer;
using ReferenceRing;

/// <summary>Two objects in batches through a ring of one slot: the slot is cleared before it is given back.</summary>
[Scenario]
sealed class SpscReferenceBatches
{
    private sealed record Item(int Number);

    private readonly SpscRing<Item> _ring = new(1);

    [SimulatedThread]
    void Produces()
    {
        for (var i = 1; i <= 2; i++)
        {
            Item[] items = [new Item(i)];
            while (_ring.Write(items) == 0) Thread.Yield();
        }
    }

    [SimulatedThread]
    void Consumes()
    {
        var into = new Item[1];
        for (var i = 1; i <= 2; i++)
        {
            while (_ring.Read(into) == 0) Thread.Yield();
            Check.That(into[0] is not null, "there is an item");
            Check.Equal(i, into[0].Number, "the item");
        }
    }
}
