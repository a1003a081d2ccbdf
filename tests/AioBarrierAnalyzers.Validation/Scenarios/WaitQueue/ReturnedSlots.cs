using System;
using System.Threading;
using AioBarrierAnalyzers.Explorer;
using ReferenceRing;

/// <summary>Two readers give slots back at the same time: none is lost.</summary>
[Scenario]
sealed class ReturnedSlots
{
    private readonly KioContext _context = new(2);

    public ReturnedSlots()
    {
        _context.Complete(_context.TrySubmit(1)!, 0);
        _context.Complete(_context.TrySubmit(2)!, 0);
    }

    [SimulatedThread]
    void Reads() => _context.ReadEvents(0, new IoEvent[1], TimeSpan.Zero);

    [SimulatedThread]
    void ReadsToo() => _context.ReadEvents(0, new IoEvent[1], TimeSpan.Zero);

    [Invariant]
    void AllSlotsCameBack() => Check.Equal(2, _context.Available, "free slots");
}
