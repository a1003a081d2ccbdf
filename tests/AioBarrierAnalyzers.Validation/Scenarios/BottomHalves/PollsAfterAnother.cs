using System;
using AioBarrierAnalyzers.Explorer;
using ReferenceRing;

/// <summary>A thread polls after another has polled: it finds what the callbacks of the other left.</summary>
[Scenario]
sealed class PollsAfterAnother
{
    private sealed class Box { public int Data; }

    private readonly AioContext _context = new();
    private readonly Box _box = new();
    private readonly BottomHalf _second;
    private bool _hasPolled;
    private bool _isAfter;

    public PollsAfterAnother()
    {
        // The last in the list: nothing that orders comes behind it.
        _context.CreateBottomHalf(() => _box.Data = 1).Schedule();
        _second = _context.CreateBottomHalf(() =>
        {
            if (_isAfter) Check.Equal(1, _box.Data, "the data");
        });
    }

    [SimulatedThread]
    void Polls()
    {
        _context.Poll();
        _hasPolled = true;
    }

    [SimulatedThread]
    void PollsLater()
    {
        _isAfter = _hasPolled;
        if (!_isAfter) return;

        _second.Schedule();
        _context.Poll();
    }
}
