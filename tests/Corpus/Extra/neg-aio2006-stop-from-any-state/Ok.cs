using System.Threading;

namespace Corpus.Extra.NegAio2006StopFromAnyState;

public sealed class EventLoop
{
    private const int New = 0;
    private const int Running = 1;
    private const int Stopping = 2;
    private volatile int _state;

    public bool TryStart() => Interlocked.CompareExchange(ref _state, Running, New) == New;

    public bool TryStop(bool isOwnThread)
    {
        while (true)
        {
            if (_state == Stopping)
            {
                return false;
            }

            int seen = _state;
            int next = Stopping;
            if (!isOwnThread && seen > Running)
            {
                next = seen;
            }

            if (Interlocked.CompareExchange(ref _state, next, seen) == seen)
            {
                return true;
            }
        }
    }
}
