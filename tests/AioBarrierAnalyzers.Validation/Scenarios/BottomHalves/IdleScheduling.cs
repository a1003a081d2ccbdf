using AioBarrierAnalyzers.Explorer;
using ReferenceRing;

/// <summary>The same for one that is scheduled as idle.</summary>
[Scenario]
sealed class IdleScheduling
{
    private sealed class Box { public int Data; }

    private readonly AioContext _context = new();
    private readonly Box _box = new();
    private readonly BottomHalf _half;
    private int _seen;

    public IdleScheduling() => _half = _context.CreateBottomHalf(() => _seen = _box.Data);

    [SimulatedThread]
    void SchedulesTwice()
    {
        for (var i = 1; i <= 2; i++)
        {
            System.Threading.Volatile.Write(ref _box.Data, i);
            _half.ScheduleIdle();
        }
    }

    [SimulatedThread]
    void Polls() => _context.Poll();

    [Invariant]
    void NothingIsLeft()
    {
        _context.Poll();
        Check.Equal(2, _seen, "the data that the last run saw");
    }
}
