using System;
using System.Collections.Generic;
using System.Threading;
using AioBarrierAnalyzers.Explorer;

/// <summary>Two start at once: one plays.</summary>
[Scenario]
sealed class TwoStart
{
    private readonly StreamPlayer _player;
    private int _inside;

    public TwoStart() => _player = new(() => { Check.Equal(1, ++_inside, "players"); Thread.Yield(); _inside--; return null; }, _ => { });

    [SimulatedThread]
    void First() => _player.Start();

    [SimulatedThread]
    void Second() => _player.Start();
}
