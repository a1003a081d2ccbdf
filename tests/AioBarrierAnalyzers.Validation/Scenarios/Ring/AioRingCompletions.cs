using System.Threading;
using AioBarrierAnalyzers.Explorer;
using ReferenceRing;

/// <summary>Two threads complete: both events come out.</summary>
[Scenario]
sealed class AioRingCompletions
{
    private readonly AioRing _ring = new(2);
    private ulong _seen;

    [SimulatedThread]
    void CompletesOne() => Check.That(_ring.TryComplete(new IoEvent(1, 0, 0, 0)), "there is room");

    [SimulatedThread]
    void CompletesTwo() => Check.Equal(1, _ring.Complete([new IoEvent(2, 0, 0, 0)]), "room");

    [SimulatedThread]
    void Reads()
    {
        if (_ring.TryRead(out var taken)) _seen += taken.Data;
    }

    [Invariant]
    void BothCameOut()
    {
        while (_ring.TryRead(out var taken)) _seen += taken.Data;
        Check.Equal(3UL, _seen, "the sum of the events");
    }
}
