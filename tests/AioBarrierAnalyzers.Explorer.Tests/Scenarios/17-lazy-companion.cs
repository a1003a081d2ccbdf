using System;
using System.Collections.Generic;
using System.Threading;
using AioBarrierAnalyzers.Explorer;

/// <summary>Two ask at once for both parts.</summary>
[Scenario]
sealed class TwoAsk
{
    private readonly TypeFacts _facts = new(() => (new[] { "part" }, true));

    [SimulatedThread]
    void First() => Asks();

    [SimulatedThread]
    void Second() => Asks();

    private void Asks()
    {
        Check.Equal(1, _facts.Parts.Length, "parts");
        Check.That(_facts.IsBlit, "the other part");
    }
}
