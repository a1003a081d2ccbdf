using System;
using System.Threading;

namespace Corpus.Extra.Aio1001Peterson.After;

/// <summary>Exclusion between exactly two threads, 0 and 1.</summary>
public sealed class TwoThreadLock
{
    private int _wants0;
    private int _wants1;
    private int _turn;

    public void Enter(int me)
    {
        ref int mine = ref me == 0 ? ref _wants0 : ref _wants1;
        ref int theirs = ref me == 0 ? ref _wants1 : ref _wants0;
        int other = 1 - me;

        Volatile.Write(ref mine, 1);
        Interlocked.Exchange(ref _turn, other);
        var spin = new SpinWait();
        while (Volatile.Read(ref theirs) == 1 && Volatile.Read(ref _turn) == other)
        {
            spin.SpinOnce();
        }
    }

    public void Exit(int me)
    {
        Volatile.Write(ref me == 0 ? ref _wants0 : ref _wants1, 0);
    }
}

public sealed class PairAccount
{
    private readonly TwoThreadLock _lock = new TwoThreadLock();
    private long _balance;

    public void Deposit(int thread, long amount)
    {
        _lock.Enter(thread);
        try
        {
            _balance += amount;
        }
        finally
        {
            _lock.Exit(thread);
        }
    }

    public long Balance(int thread)
    {
        _lock.Enter(thread);
        long balance = _balance;
        _lock.Exit(thread);
        return balance;
    }
}
