using System;
using System.Threading;

namespace Corpus.Extra.Aio4003StopRequest.Before;

public sealed class Worker
{
    private readonly Action _step;
    private bool _stopRequested;

    public Worker(Action step) => _step = step;

    public void Stop() => Volatile.Write(ref _stopRequested, true);

    public void Run()
    {
        while (true)
        {
            if (_stopRequested)
            {
                return;
            }

            _step();
        }
    }
}
