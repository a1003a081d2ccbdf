using System;
using System.Threading;

namespace Corpus.Extra.NegAio4003Fenced;

public sealed class Rendezvous
{
    private readonly Action _meet;
    private bool _left;
    private bool _right;

    public Rendezvous(Action meet) => _meet = meet;

    public void Left()
    {
        Volatile.Write(ref _left, true);
        Interlocked.MemoryBarrier();
        if (_right)
        {
            _meet();
        }
    }

    public void Right()
    {
        Volatile.Write(ref _right, true);
        Interlocked.MemoryBarrier();
        if (_left)
        {
            _meet();
        }
    }
}
