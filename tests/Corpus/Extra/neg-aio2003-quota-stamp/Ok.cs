using System;
using System.Threading;

namespace Corpus.Extra.NegAio2003QuotaStamp;

public readonly record struct QuotaState(long Limit, long Used, long WindowStart, long WindowLength)
{
    public long Left => Math.Max(0, Limit - Used);

    public bool Covers(long time) => time - WindowStart < WindowLength;
}

public sealed class QuotaCell
{
    private QuotaState _state;
    private int _stamp;

    public QuotaCell(QuotaState initial)
    {
        _state = initial;
    }

    public QuotaState Current
    {
        get
        {
            var spin = new SpinWait();
            while (true)
            {
                int stamp = Volatile.Read(ref _stamp);
                if ((stamp & 1) == 0)
                {
                    QuotaState copy = _state;
                    Interlocked.MemoryBarrier();
                    if (stamp == Volatile.Read(ref _stamp))
                    {
                        return copy;
                    }
                }

                spin.SpinOnce();
            }
        }
    }

    public bool TryUse(long amount, long now)
    {
        int stamp = Claim();
        QuotaState state = _state;
        if (!state.Covers(now))
        {
            state = state with { Used = 0, WindowStart = now };
        }

        bool granted = amount <= state.Left;
        if (granted)
        {
            state = state with { Used = state.Used + amount };
        }

        _state = state;
        Volatile.Write(ref _stamp, stamp + 2);
        return granted;
    }

    public void Resize(long limit)
    {
        int stamp = Claim();
        _state = _state with { Limit = limit };
        Volatile.Write(ref _stamp, stamp + 2);
    }

    private int Claim()
    {
        var spin = new SpinWait();
        int stamp;
        while (((stamp = Volatile.Read(ref _stamp)) & 1) != 0
            || Interlocked.CompareExchange(ref _stamp, stamp + 1, stamp) != stamp)
        {
            spin.SpinOnce();
        }

        return stamp;
    }
}
