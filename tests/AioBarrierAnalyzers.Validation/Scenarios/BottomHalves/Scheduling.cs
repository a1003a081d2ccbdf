using AioBarrierAnalyzers.Explorer;
using ReferenceRing;

/// <summary>What is written before a bottom half is scheduled is seen by a run of its callback.</summary>
[Scenario]
sealed class Scheduling
{
    private sealed class Box { public int Data; }

    private readonly AioContext _context = new();
    private readonly Box _box = new();
    private readonly BottomHalf _half;
    private int _seen;

    public Scheduling() => _half = _context.CreateBottomHalf(() => _seen = _box.Data);

    [SimulatedThread]
    void SchedulesTwice()
    {
        for (var i = 1; i <= 2; i++)
        {
            System.Threading.Volatile.Write(ref _box.Data, i);
            _half.Schedule();
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
