using System;
using System.Threading;
using AioBarrierAnalyzers.Explorer;
using ReferenceRing;

/// <summary>Who loops until there is a free slot gets to see it.</summary>
[Scenario]
sealed class FreeSlots
{
    private readonly KioContext _context = new(1);

    public FreeSlots() => _context.Complete(_context.TrySubmit(1)!, 0);

    [SimulatedThread]
    void Reads() => _context.ReadEvents(1, new IoEvent[1], TimeSpan.Zero);

    [SimulatedThread]
    void Submits()
    {
        while (_context.Available == 0) Thread.Yield();
        Check.That(_context.TrySubmit(2) is not null, "there is a slot");
    }
}
