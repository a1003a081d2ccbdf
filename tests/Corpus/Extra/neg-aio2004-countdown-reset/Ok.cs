using System;
using System.Threading;

namespace Corpus.Extra.NegAio2004CountdownReset;

public sealed class PhaseBarrier
{
    private readonly int _parties;
    private int _waiting;
    private int _phase;

    public PhaseBarrier(int parties)
    {
        _parties = parties;
        _waiting = parties;
    }

    public void Arrive()
    {
        int phase = Volatile.Read(ref _phase);
        if (Interlocked.Decrement(ref _waiting) == 0)
        {
            _waiting = _parties;
            Volatile.Write(ref _phase, phase + 1);
            return;
        }

        var spin = new SpinWait();
        while (Volatile.Read(ref _phase) == phase)
        {
            spin.SpinOnce();
        }
    }
}
