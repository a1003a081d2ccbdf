using System;
using System.Collections.Generic;
using System.Threading;
using AioBarrierAnalyzers.Explorer;

/// <summary>One adds, one looks: what is found is complete, and where it is.</summary>
[Scenario]
sealed class AddAndLook
{
    private readonly KeyedPools _pools = new();
    private readonly object _pool = new();

    public AddAndLook()
    {
        for (var i = 0; i < 9; i++) _pools.GetOrAdd("key" + i, _pool);
    }

    [SimulatedThread]
    void Adds()
    {
        _pools.GetOrAdd("x", _pool);
        _pools.GetOrAdd("y", _pool);
    }

    [SimulatedThread]
    void Looks()
    {
        if (_pools.TryGet("y", out var found)) Check.That(found == _pool, "the pool is there");
    }
}
