using System;
using System.Collections.Generic;
using System.Threading;
using AioBarrierAnalyzers.Explorer;

/// <summary>One completion, one reader: the reader must not sleep for ever.</summary>
[Scenario]
sealed class OneCompletion
{
    private readonly IoContext _context = new();

    [SimulatedThread]
    void Completes() => _context.Complete(7, 70);

    [SimulatedThread]
    void Reads() => Check.Equal(7L, _context.Wait().UserData, "the event");
}
