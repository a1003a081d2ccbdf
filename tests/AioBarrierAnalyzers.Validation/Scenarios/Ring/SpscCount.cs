using System.Threading;
using AioBarrierAnalyzers.Explorer;
using ReferenceRing;

/// <summary>What a third thread is told of the ring is never less than nothing, and who finds an item sees what was written before it.</summary>
[Scenario]
sealed class SpscCount
{
    private sealed class Note { public int Value; }

    private readonly Note _note = new();
    private readonly SpscRing<int> _ring = new(1);

    [SimulatedThread]
    void Produces()
    {
        _note.Value = 1;
        _ring.TryWrite(7);
    }

    [SimulatedThread]
    void Consumes() => _ring.TryRead(out _);

    [SimulatedThread]
    void Looks()
    {
        var count = _ring.Count;
        Check.That(count is 0 or 1, $"the count is {count}");
        if (count == 1) Check.Equal(1, _note.Value, "the note");
    }
}
