using System;
using System.Threading;
using AioBarrierAnalyzers.Explorer;
using ReferenceRing;

/// <summary>Three items in batches through a ring of two slots: each comes out once, in order.</summary>
[Scenario]
sealed class SpscBatches
{
    private readonly SpscRing<int> _ring = new(2);

    [SimulatedThread]
    void Produces()
    {
        int[] items = [1, 2, 3];
        var written = 0;
        while (written < 3)
        {
            var count = _ring.Write(new ReadOnlySpan<int>(items, written, 3 - written));
            if (count == 0) Thread.Yield();
            written += count;
        }
    }

    [SimulatedThread]
    void Consumes()
    {
        var into = new int[3];
        var read = 0;
        while (read < 3)
        {
            var count = _ring.Read(new Span<int>(into, read, 3 - read));
            if (count == 0) Thread.Yield();
            for (var i = read; i < read + count; i++) Check.Equal(i + 1, into[i], "the item");
            read += count;
        }
    }
}
