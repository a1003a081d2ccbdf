using System.Threading;
using AioBarrierAnalyzers.Explorer;
using ReferenceRing;

/// <summary>Slots of a mapped ring that are given back are not written before they are read.</summary>
[Scenario(RaceChecked = "MappedRing._events, MappedRingReader._events")]
sealed class MappedEventsUnraced
{
    private const int Events = 3;

    private readonly MappedRing _ring = new(2);
    private readonly MappedRingReader _reader;

    public MappedEventsUnraced() => _reader = new MappedRingReader(_ring.Address);

    [SimulatedThread]
    void Completes()
    {
        for (var i = 0; i < Events; i++)
        {
            while (!_ring.TryComplete(default)) Thread.Yield();
        }
    }

    [SimulatedThread]
    void Reads()
    {
        var into = new IoEvent[1];
        for (var i = 0; i < Events; i++)
        {
            while (_reader.Drain(into) == 0) Thread.Yield();
        }
    }
}
