using System.Threading;
using AioBarrierAnalyzers.Explorer;
using ReferenceRing;

/// <summary>Two threads complete into a mapped ring: both events come out.</summary>
[Scenario]
sealed class MappedCompletions
{
    private readonly MappedRing _ring = new(3);
    private readonly MappedRingReader _reader;

    public MappedCompletions() => _reader = new MappedRingReader(_ring.Address);

    [SimulatedThread]
    void CompletesOne() => Check.That(_ring.TryComplete(new IoEvent(1, 0, 0, 0)), "there is room");

    [SimulatedThread]
    void CompletesTwo() => Check.That(_ring.TryComplete(new IoEvent(2, 0, 0, 0)), "there is room");

    [Invariant]
    void BothCameOut()
    {
        var into = new IoEvent[2];
        Check.Equal(2, _reader.Drain(into), "events");
        Check.Equal(3UL, into[0].Data + into[1].Data, "the sum of the events");
    }
}
