using System;
using System.Threading;

namespace Corpus.Extra.Aio4002RefToVolatile.After;

public sealed class Pump
{
    private volatile int _state;

    public void Stop() => _state = 2;

    public void Start() => _state = 1;

    public bool Turn(Action step)
    {
        if (_state == 2)
        {
            return false;
        }

        step();
        return true;
    }
}
