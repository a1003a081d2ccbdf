using System;
using System.Threading;
using AioBarrierAnalyzers.Explorer;
using ReferenceRing;

/// <summary>Two threads submit to a context of one slot: a request that was taken is completed, and finds room.</summary>
[Scenario]
sealed class Resubmission
{
    private readonly KioContext _context = new(1);
    private readonly int[] _submitted = new int[2];
    private int _read;

    [SimulatedThread]
    void Submits() => Submit(0, 2);

    [SimulatedThread]
    void SubmitsToo() => Submit(1, 1);

    [SimulatedThread]
    void Reads() => _read = _context.ReadEvents(0, new IoEvent[1], TimeSpan.Zero);

    [Invariant]
    void AllSlotsCameBack()
    {
        _read += _context.ReadEvents(0, new IoEvent[1], TimeSpan.Zero);
        Check.Equal(_submitted[0] + _submitted[1], _read, "events");
        Check.Equal(1, _context.Available, "free slots");
    }

    private void Submit(int thread, int times)
    {
        for (var i = 0; i < times; i++)
        {
            if (_context.TrySubmit(1) is not { } request) continue;

            _context.Complete(request, 0);
            _submitted[thread]++;
        }
    }
}
