using AioBarrierAnalyzers.Explorer;
using ReferenceRing;

/// <summary>A scheduling is either run or taken back.</summary>
[Scenario]
sealed class Cancelling
{
    private readonly AioContext _context = new();
    private readonly BottomHalf _half;
    private int _cancelled;
    private int _runs;

    public Cancelling()
    {
        _half = _context.CreateBottomHalf(() => _runs++);
        _half.Schedule();
    }

    [SimulatedThread]
    void Cancels()
    {
        if (_half.Cancel()) _cancelled++;
    }

    [SimulatedThread]
    void CancelsToo()
    {
        if (_half.Cancel()) _cancelled++;
    }

    [SimulatedThread]
    void Polls() => _context.Poll();

    [Invariant]
    void OneOfTheTwo() => Check.Equal(1, _runs + _cancelled, "runs and cancellations");
}
