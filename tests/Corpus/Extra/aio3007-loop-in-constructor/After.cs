using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio3007LoopInConstructor.After;

public sealed class Sampler
{
    private readonly Task _loop;
    private readonly CancellationToken _stop;
    private double[] _window;
    private long _samples;

    public Sampler(int size, CancellationToken stop)
    {
        _stop = stop;
        _window = new double[size];
        _loop = Task.Run(Loop);
    }

    public long Samples => Interlocked.Read(ref _samples);

    private void Loop()
    {
        while (!_stop.IsCancellationRequested)
        {
            long at = Interlocked.Increment(ref _samples);
            _window[at % _window.Length] = at;
        }
    }
}
