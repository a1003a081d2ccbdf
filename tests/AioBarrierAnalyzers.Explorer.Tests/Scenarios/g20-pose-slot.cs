using System;
using System.Collections.Generic;
using System.Threading;
using AioBarrierAnalyzers.Explorer;

/// <summary>Two poses through the slot: each comes out whole.</summary>
[Scenario]
sealed class TwoPoses
{
    private readonly PoseSlot _slot = new();

    [SimulatedThread]
    void Offers()
    {
        _slot.TryOffer(1, 1, 1);
        _slot.TryOffer(2, 2, 2);
    }

    [SimulatedThread]
    void Takes()
    {
        for (var i = 0; i < 2; i++)
        {
            if (_slot.TryTake(out var x, out var y, out var heading))
            {
                Check.That(x == y && y == heading && x != 0, $"{x}, {y}, {heading}");
            }
        }
    }
}
