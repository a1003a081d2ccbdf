using AioBarrierAnalyzers.Explorer;
using ReferenceRing;

/// <summary>Two threads give a page back while a third gets one: no page is lost, none is given out twice.</summary>
[Scenario]
sealed class ReturnedPages
{
    private readonly PagePool _pool = new(3, 1);
    private readonly RingPage _one;
    private readonly RingPage _two;
    private RingPage? _rented;

    public ReturnedPages()
    {
        _one = _pool.Rent();
        _two = _pool.Rent();
    }

    [SimulatedThread]
    void Returns() => _pool.Return(_one);

    [SimulatedThread]
    void ReturnsToo() => _pool.Return(_two);

    [SimulatedThread]
    void Rents() => _rented = _pool.Rent();

    [Invariant]
    void EachOnce()
    {
        Check.Equal(1, _pool.Rented, "pages out");
        var (next, last) = (_pool.Rent(), _pool.Rent());
        Check.That(next != last && next != _rented && last != _rented, "pages are given out once");
    }
}
