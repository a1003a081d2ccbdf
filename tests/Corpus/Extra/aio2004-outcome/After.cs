using System;
using System.Threading;

namespace Corpus.Extra.Aio2004Outcome.After;

public sealed class Operation
{
    private const int Pending = 0;
    private const int Done = 1;
    private const int Cancelled = 2;
    private int _state;
    private Action _continuation = static () => { };

    public void OnCompleted(Action continuation) => _continuation = continuation;

    public bool TryComplete()
    {
        if (Interlocked.CompareExchange(ref _state, Done, Pending) != Pending)
        {
            return false;
        }

        _continuation();
        return true;
    }

    public bool Cancel()
    {
        if (Interlocked.CompareExchange(ref _state, Cancelled, Pending) == Pending)
        {
            _continuation();
            return true;
        }

        return false;
    }
}
