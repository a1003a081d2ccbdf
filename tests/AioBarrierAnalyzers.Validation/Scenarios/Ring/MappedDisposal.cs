using System;
using System.Threading;
using AioBarrierAnalyzers.Explorer;
using ReferenceRing;

/// <summary>Memory that is freed is not written to, nor freed twice.</summary>
[Scenario]
sealed class MappedDisposal
{
    private readonly MappedRing _ring = new(2);

    [SimulatedThread]
    void Completes()
    {
        try
        {
            _ring.TryComplete(new IoEvent(1, 0, 0, 0));
        }
        catch (ObjectDisposedException)
        {
        }
    }

    [SimulatedThread]
    void Disposes() => _ring.Dispose();

    [SimulatedThread]
    void DisposesToo() => _ring.Dispose();
}
