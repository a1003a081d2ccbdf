using System;
using AioBarrierAnalyzers.Explorer;
using ReferenceRing;

/// <summary>Who finds a bottom half deleted sees what was done before.</summary>
[Scenario]
sealed class Deletion
{
    private sealed class Box { public int Data; }

    private readonly AioContext _context = new();
    private readonly Box _box = new();
    private readonly BottomHalf _half;

    public Deletion() => _half = _context.CreateBottomHalf(() => { });

    [SimulatedThread]
    void Deletes()
    {
        _box.Data = 1;
        _half.Delete();
    }

    [SimulatedThread]
    void Schedules()
    {
        try
        {
            _half.Schedule();
        }
        catch (InvalidOperationException)
        {
            Check.Equal(1, _box.Data, "the data");
        }
    }
}
