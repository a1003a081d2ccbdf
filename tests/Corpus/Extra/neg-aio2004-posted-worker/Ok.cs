using System;
using System.Threading;

namespace Corpus.Extra.NegAio2004PostedWorker;

public sealed class Sweeper
{
    private const long Idle = 0;
    private const long Busy = 1;
    private const long Done = 2;
    private readonly Action<Action> _post;
    private readonly Action _sweep;
    private long _state;

    public Sweeper(Action<Action> post, Action sweep)
    {
        _post = post;
        _sweep = sweep;
    }

    public bool IsDone => Volatile.Read(ref _state) == Done;

    public void Start()
    {
        if (Interlocked.CompareExchange(ref _state, Busy, Idle) == Idle)
        {
            _post(Work);
        }
    }

    private void Work()
    {
        _sweep();
        Volatile.Write(ref _state, Done);
    }
}
