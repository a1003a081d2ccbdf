using System;
using System.Threading;

namespace Corpus.Extra.NegAio4003Construction;

public sealed class Policy
{
    private readonly Action _act;
    private int _limit;

    public Policy(int limit, Action act)
    {
        _limit = limit;
        _act = act;
    }

    public void Check(int value)
    {
        if (value > Volatile.Read(ref _limit))
        {
            _act();
        }
    }
}
