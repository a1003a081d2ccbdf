namespace Corpus.Extra.NegAio3001LockedByOtherType;

internal sealed class Alarm
{
    private readonly Belfry _belfry;
    internal Alarm? Next;
    internal bool IsEarly;

    public Alarm(Belfry belfry) => _belfry = belfry;

    public void Set(bool isEarly)
    {
        lock (_belfry)
        {
            IsEarly = isEarly;
            _belfry.Link(this);
        }
    }

    public void Clear()
    {
        lock (_belfry)
        {
            _belfry.Unlink(this);
        }
    }
}

internal sealed class Belfry
{
    private Alarm? _early;
    private Alarm? _late;
    private int _count;

    public void Ring()
    {
        lock (this)
        {
            while (_early is { } alarm)
            {
                _early = alarm.Next;
                _count--;
            }

            _early = _late;
            _late = null;
        }
    }

    public void Link(Alarm alarm)
    {
        if (alarm.IsEarly)
        {
            alarm.Next = _early;
            _early = alarm;
        }
        else
        {
            alarm.Next = _late;
            _late = alarm;
        }

        _count++;
    }

    public void Unlink(Alarm alarm)
    {
        if (_early == alarm)
        {
            _early = alarm.Next;
        }
        else if (_late == alarm)
        {
            _late = alarm.Next;
        }

        _count--;
    }
}
