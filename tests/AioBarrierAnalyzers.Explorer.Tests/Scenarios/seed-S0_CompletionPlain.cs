using System;
using System.Collections.Generic;
using System.Threading;
using AioBarrierAnalyzers.Explorer;

/// <summary>One completion that a poller posts, one that takes it.</summary>
[Scenario]
sealed class OneCompletion
{
    private CompletionPort _port;
    private int _polls;

    [SimulatedThread]
    void Takes()
    {
        _port = new CompletionPort(() => _polls++ == 0);
        Check.Equal(1, _port.Take(), "the number of the completion");
    }
}
