using System;
using System.Threading;

namespace Corpus.Extra.NegAio4003AtomicCount;

public sealed class Pool
{
    private readonly Action _grow;
    private int _free;
    private int _rented;

    public Pool(Action grow) => _grow = grow;

    public void Rent()
    {
        Interlocked.Decrement(ref _free);
        Interlocked.Increment(ref _rented);
        if (_free < 2)
        {
            _grow();
        }
    }

    public void Return() => Interlocked.Increment(ref _free);

    public bool IsBusy() => _rented > 100;
}
