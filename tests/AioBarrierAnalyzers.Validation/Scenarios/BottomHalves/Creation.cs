using AioBarrierAnalyzers.Explorer;
using ReferenceRing;

/// <summary>Two threads make bottom halves and schedule them while the list is walked and cleaned: each runs once.</summary>
[Scenario]
sealed class Creation
{
    private readonly AioContext _context = new();
    private int _one;
    private int _two;

    public Creation()
    {
        _context.CreateBottomHalf(() => { });
        _context.CreateBottomHalf(() => { }).Delete();
    }

    [SimulatedThread]
    void MakesOne() => _context.CreateBottomHalf(() => _one++).Schedule();

    [SimulatedThread]
    void MakesTwo() => _context.CreateBottomHalf(() => _two++).Schedule();

    [SimulatedThread]
    void Polls() => _context.Poll();

    [Invariant]
    void EachOnce()
    {
        _context.Poll();
        Check.Equal(1, _one, "runs of the first");
        Check.Equal(1, _two, "runs of the second");
    }
}
