using System;
using AioBarrierAnalyzers.Explorer;
using ReferenceRing;

/// <summary>Two threads want to poll at the same time: callbacks run one after the other.</summary>
[Scenario]
sealed class OnePollsAtATime
{
    private sealed class Box { public int Data; }

    private readonly AioContext _context = new();
    private readonly Box _box = new();
    private bool _isInside;

    public OnePollsAtATime()
    {
        _context.CreateBottomHalf(Callback).Schedule();
        _context.CreateBottomHalf(Callback).Schedule();
    }

    [SimulatedThread]
    void Polls() => Poll();

    [SimulatedThread]
    void PollsToo() => Poll();

    private void Poll()
    {
        try
        {
            _context.Poll();
        }
        catch (InvalidOperationException)
        {
        }
    }

    private void Callback()
    {
        Check.That(!_isInside, "one at a time");
        _isInside = true;
        _box.Data++;
        _isInside = false;
    }
}
