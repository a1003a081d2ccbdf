using System;
using System.Collections.Generic;
using System.Threading;
using AioBarrierAnalyzers.Explorer;

/// <summary>An endpoint is added while another thread looks for it.</summary>
[Scenario]
sealed class AddAndFind
{
    private readonly EndpointTable _table = new();

    [SimulatedThread]
    void Adds() => _table.Add("a", 80);

    [SimulatedThread]
    void Finds()
    {
        if (_table.TryFind(80, out var name)) Check.Equal("a", name, "the name");
    }
}
