using System;
using System.Collections.Generic;
using System.Threading;
using AioBarrierAnalyzers.Explorer;

/// <summary>Events are read while the page is replaced: each comes out once.</summary>
[Scenario]
sealed class ReadsAndMigration
{
    private readonly RingOwner _owner = new();
    private int _read;

    public ReadsAndMigration()
    {
        _owner.Complete(5);
        _owner.Complete(6);
    }

    [SimulatedThread]
    void Reads() => _read += _owner.Read(new long[1]);

    [SimulatedThread]
    void Migrates() => _owner.Migrate();

    [Invariant]
    void EachOnce() => Check.Equal(2, _read + _owner.Read(new long[4]), "events that came out");
}
