using System;
using AioBarrierAnalyzers.Explorer;
using ReferenceRing;

/// <summary>Two threads want to poll: one at a time does, and finds what the callbacks of the other left.</summary>
[Scenario]
sealed class PollsInTurn
{
    private sealed class Box { public int Data; }

    private readonly AioContext _context = new();
    private readonly Box _box = new();
    private readonly BottomHalf _half;

    public PollsInTurn()
    {
        _half = _context.CreateBottomHalf(() => _box.Data++);
        _half.Schedule();
    }

    [SimulatedThread]
    void Polls() => Poll();

    [SimulatedThread]
    void PollsToo() => Poll();

    [Invariant]
    void EachRunCounts()
    {
        Poll();
        Check.That(_box.Data is 2 or 3, $"{_box.Data} runs");
    }

    private void Poll()
    {
        try
        {
            _context.Poll();
            _half.Schedule();
        }
        catch (InvalidOperationException)
        {
        }
    }
}
