using System;
using System.Threading;
using AioBarrierAnalyzers.Explorer;
using ReferenceRing;

/// <summary>Slots that are given back in a batch are not written before they are read.</summary>
[Scenario(RaceChecked = "SpscRing._slots")]
sealed class SpscBatchesUnraced
{
    private readonly SpscRing<int> _ring = new(1);

    [SimulatedThread]
    void Produces()
    {
        int[] items = [1];
        for (var i = 0; i < 2; i++)
        {
            while (_ring.Write(items) == 0) Thread.Yield();
        }
    }

    [SimulatedThread]
    void Consumes()
    {
        var into = new int[1];
        for (var i = 0; i < 2; i++)
        {
            while (_ring.Read(into) == 0) Thread.Yield();
        }
    }
}
