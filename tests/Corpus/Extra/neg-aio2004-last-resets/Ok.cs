using System;
using System.Threading;

namespace Corpus.Extra.NegAio2004LastResets;

public sealed class RoundBarrier
{
    private readonly int _parties;
    private int _left;
    private int _round;

    public RoundBarrier(int parties)
    {
        _parties = parties;
        _left = parties;
    }

    public void SignalAndWait()
    {
        int round = Volatile.Read(ref _round);
        if (Interlocked.Decrement(ref _left) == 0)
        {
            _left = _parties;
            Volatile.Write(ref _round, round + 1);
            return;
        }

        var wait = new SpinWait();
        while (Volatile.Read(ref _round) == round)
        {
            wait.SpinOnce();
        }
    }
}
