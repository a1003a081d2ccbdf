using System;
using System.Threading;

namespace Corpus.Extra.Aio4003PlainSetter.Before;

public sealed class Alarm
{
    private readonly Timer _timer;
    private readonly Func<int> _measure;
    private readonly Action _ring;
    private readonly Action<int> _changing;
    private int _limit = 100;

    public Alarm(Func<int> measure, Action ring, Action<int> changing)
    {
        _changing = changing;
        _measure = measure;
        _ring = ring;
        _timer = new Timer(_ => Check(), null, 100, 100);
    }

    public int Limit
    {
        get => Volatile.Read(ref _limit);
        set
        {
            _changing(value);
            _limit = value;
        }
    }

    private void Check()
    {
        int level = _measure();
        if (level > Volatile.Read(ref _limit))
        {
            _ring();
        }
    }
}
