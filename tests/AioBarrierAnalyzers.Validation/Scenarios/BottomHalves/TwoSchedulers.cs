using AioBarrierAnalyzers.Explorer;
using ReferenceRing;

/// <summary>Two threads schedule, one polls: as many runs as notifications.</summary>
[Scenario]
sealed class TwoSchedulers
{
    private readonly AioContext _context = new();
    private readonly BottomHalf _half;
    private int _notified;
    private int _runs;

    public TwoSchedulers() => _half = _context.CreateBottomHalf(() => _runs++);

    [SimulatedThread]
    void Schedules() => Schedule();

    [SimulatedThread]
    void SchedulesToo() => Schedule();

    [SimulatedThread]
    void Polls() => _context.Poll();

    [Invariant]
    void OneRunEach()
    {
        _context.Poll();
        Check.Equal(_notified, _runs, "runs");
    }

    private void Schedule()
    {
        if (_half.Schedule()) _notified++;
    }
}
