using System;
using System.Threading;

namespace Corpus.Extra.Aio4002RefToVolatile.Before;

public sealed class Pump
{
    private volatile int _state;

    public void Stop() => _state = 2;

    public void Start() => _state = 1;

    public bool Turn(Action step)
    {
        ref int state = ref _state;
        if (state == 2)
        {
            return false;
        }

        step();
        return true;
    }
}
