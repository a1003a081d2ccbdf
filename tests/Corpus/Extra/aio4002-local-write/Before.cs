using System;
using System.Threading;

namespace Corpus.Extra.Aio4002LocalWrite.Before;

public sealed class Startup
{
    private volatile bool _ready;

    public bool IsReady => _ready;

    public void Run(Func<bool> prepare)
    {
        bool ready = false;
        for (int i = 0; i < 3 && !ready; i++)
        {
            Volatile.Write(ref ready, prepare());
        }

        _ready = ready;
    }
}
