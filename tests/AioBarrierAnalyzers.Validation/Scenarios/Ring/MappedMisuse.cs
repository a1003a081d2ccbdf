using System;
using System.Threading;
using AioBarrierAnalyzers.Explorer;
using ReferenceRing;

/// <summary>A ring that is full, then one that is disposed, refuses events of two threads: neither waits for ever.</summary>
[Scenario]
sealed class MappedMisuse
{
    private readonly MappedRing _full = new(2);
    private readonly MappedRing _disposed = new(2);

    public MappedMisuse()
    {
        _full.TryComplete(default);
        _disposed.Dispose();
    }

    [SimulatedThread]
    void Completes() => Complete();

    [SimulatedThread]
    void CompletesToo() => Complete();

    private void Complete()
    {
        Check.That(!_full.TryComplete(default), "there is no room");
        try
        {
            _disposed.TryComplete(default);
            Check.That(false, "it is disposed");
        }
        catch (ObjectDisposedException)
        {
        }
    }
}
