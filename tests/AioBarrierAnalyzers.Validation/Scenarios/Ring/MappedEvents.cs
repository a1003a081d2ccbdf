using System.Threading;
using AioBarrierAnalyzers.Explorer;
using ReferenceRing;

/// <summary>Two events through a mapped ring that holds one: each comes out once, whole, in order.</summary>
[Scenario]
sealed class MappedEvents
{
    private readonly MappedRing _ring = new(2);
    private readonly MappedRingReader _reader;

    public MappedEvents() => _reader = new MappedRingReader(_ring.Address);

    [SimulatedThread]
    void Completes()
    {
        for (uint i = 1; i <= 2; i++)
        {
            while (!_ring.TryComplete(new IoEvent(i, i, (int)i, (int)i))) Thread.Yield();
        }
    }

    [SimulatedThread]
    void Reads()
    {
        var into = new IoEvent[1];
        for (uint i = 1; i <= 2; i++)
        {
            while (_reader.Drain(into) == 0) Thread.Yield();
            Check.Equal(new IoEvent(i, i, (int)i, (int)i), into[0], "the event");
        }
    }
}
