using System;
using AioBarrierAnalyzers.Explorer;
using ReferenceRing;

/// <summary>Two threads give the same page back: one is refused, and the pool goes on.</summary>
[Scenario]
sealed class ReturnedTwice
{
    private readonly PagePool _pool = new(2, 1);
    private readonly RingPage _page;
    private int _refused;

    public ReturnedTwice() => _page = _pool.Rent();

    [SimulatedThread]
    void Returns() => Return();

    [SimulatedThread]
    void ReturnsToo() => Return();

    [Invariant]
    void Once()
    {
        Check.Equal(1, _refused, "refusals");
        Check.Equal(0, _pool.Rented, "pages out");
    }

    private void Return()
    {
        try
        {
            _pool.Return(_page);
        }
        catch (InvalidOperationException)
        {
            _refused++;
        }
    }
}
