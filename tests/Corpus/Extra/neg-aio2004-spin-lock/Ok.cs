using System;
using System.Threading;

namespace Corpus.Extra.NegAio2004SpinLock;

public sealed class TinyLock
{
    private int _lock;
    private int _value;

    public void Add(int by)
    {
        Enter();
        _value += by;
        Exit();
    }

    public int Take()
    {
        while (Interlocked.Exchange(ref _lock, 1) != 0)
        {
            Thread.Yield();
        }

        int value = _value;
        _value = 0;
        Volatile.Write(ref _lock, 0);
        return value;
    }

    private void Enter()
    {
        var wait = new SpinWait();
        while (Interlocked.CompareExchange(ref _lock, 1, 0) != 0)
        {
            wait.SpinOnce();
        }
    }

    private void Exit() => Volatile.Write(ref _lock, 0);
}
