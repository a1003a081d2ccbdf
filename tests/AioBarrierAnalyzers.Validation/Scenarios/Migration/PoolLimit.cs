using System;
using AioBarrierAnalyzers.Explorer;
using ReferenceRing;

/// <summary>Two threads want the last page: one gets it.</summary>
[Scenario]
sealed class PoolLimit
{
    private readonly PagePool _pool = new(1, 1);
    private int _refused;

    [SimulatedThread]
    void Rents() => Rent();

    [SimulatedThread]
    void RentsToo() => Rent();

    [Invariant]
    void One()
    {
        Check.Equal(1, _refused, "refusals");
        Check.Equal(1, _pool.Rented, "pages out");
    }

    private void Rent()
    {
        try
        {
            _pool.Rent();
        }
        catch (InsufficientMemoryException)
        {
            _refused++;
        }
    }
}
