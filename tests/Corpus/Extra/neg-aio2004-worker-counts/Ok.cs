using System;
using System.Threading;

namespace Corpus.Extra.NegAio2004WorkerCounts;

public sealed class Defragmenter
{
    private const int Idle = 0;
    private const int Busy = 1;
    private const int Done = 2;
    private readonly Func<int> _moveSome;
    private int _state;
    private int _rest;

    public Defragmenter(Func<int> moveSome) => _moveSome = moveSome;

    public void Start()
    {
        if (Interlocked.CompareExchange(ref _state, Busy, Idle) == Idle)
        {
            ThreadPool.QueueUserWorkItem(_ => Work());
        }
    }

    private void Work()
    {
        do
        {
            _rest = _moveSome();
            if (_rest == 0)
            {
                break;
            }
        }
        while (_rest > 0);

        Volatile.Write(ref _state, Done);
    }
}
