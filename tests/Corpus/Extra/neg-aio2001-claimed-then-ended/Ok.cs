using System;
using System.Threading;

namespace Corpus.Extra.NegAio2001ClaimedThenEnded;

public sealed class EventPump
{
    private const int NotStarted = 0;
    private const int Running = 1;
    private const int Stopping = 2;
    private const int Ended = 3;

    private readonly Action _cleanup;
    private readonly ManualResetEventSlim _wake = new ManualResetEventSlim();
    private int _state = NotStarted;

    public EventPump(Action cleanup)
    {
        _cleanup = cleanup;
    }

    public bool TryStart() => Interlocked.CompareExchange(ref _state, Running, NotStarted) == NotStarted;

    public void Shutdown()
    {
        int found;
        do
        {
            found = Volatile.Read(ref _state);
            if (found >= Stopping)
                return;
        }
        while (Interlocked.CompareExchange(ref _state, Stopping, found) != found);

        if (found == NotStarted)
        {
            Interlocked.Exchange(ref _state, Ended);
            _cleanup();
        }
        else
        {
            _wake.Set();
        }
    }
}
