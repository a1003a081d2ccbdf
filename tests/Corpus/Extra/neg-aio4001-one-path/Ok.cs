using System;
using System.Threading;

namespace Corpus.Extra.NegAio4001OnePath;

public sealed class Gatekeeper
{
    private int _state;
    private volatile int _guests;
    private readonly Action _open;

    public Gatekeeper(Action open) => _open = open;

    public void Enter(bool isKnown)
    {
        if (isKnown || Interlocked.CompareExchange(ref _state, 1, 0) == 0)
        {
            Interlocked.MemoryBarrier();
            if (_guests == 0)
            {
                _open();
            }
        }
    }

    public void Arrive()
    {
        _guests = 1;
        Interlocked.MemoryBarrier();
        if (Volatile.Read(ref _state) != 0)
        {
            _open();
        }
    }
}
