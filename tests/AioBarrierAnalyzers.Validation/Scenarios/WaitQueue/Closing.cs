using System;
using System.Threading;
using AioBarrierAnalyzers.Explorer;
using ReferenceRing;

/// <summary>A reader waits for nothing when the context is closed: its wait ends, and it sees what was done before.</summary>
[Scenario]
sealed class Closing
{
    private sealed class Note { public int Value; }

    private readonly KioContext _context = new(1);
    private readonly Note _note = new();

    [SimulatedThread]
    void Closes()
    {
        _note.Value = 1;
        _context.Dispose();
    }

    [SimulatedThread]
    void Reads()
    {
        try
        {
            _context.ReadEvents(1, new IoEvent[1], Timeout.InfiniteTimeSpan);
            Check.That(false, "there is no event");
        }
        catch (ObjectDisposedException)
        {
            Check.Equal(1, _note.Value, "the note");
        }
    }

    [SimulatedThread]
    void Submits()
    {
        try
        {
            _context.TrySubmit(1);
        }
        catch (ObjectDisposedException)
        {
            Check.Equal(1, _note.Value, "the note");
        }
    }
}
