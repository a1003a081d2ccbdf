using AioBarrierAnalyzers.Explorer;
using ReferenceRing;

/// <summary>Two rings have two numbers.</summary>
[Scenario]
sealed class AioRingNumbers
{
    private uint _one;
    private uint _two;

    [SimulatedThread]
    void MakesOne() => _one = new AioRing(1).Id;

    [SimulatedThread]
    void MakesTwo() => _two = new AioRing(1).Id;

    [Invariant]
    void Differ() => Check.That(_one != _two, $"both have number {_one}");
}
