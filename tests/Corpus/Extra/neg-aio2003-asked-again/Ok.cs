using System;

namespace Corpus.Extra.NegAio2003AskedAgain;

public sealed class Estimate
{
    private readonly object _gate = new object();
    private long _value;
    private int _version;

    public void Refine(long by)
    {
        while (true)
        {
            long seen;
            lock (_gate)
            {
                seen = _value;
            }

            long next = seen + by;
            lock (_gate)
            {
                if (_value == seen)
                {
                    _value = next;
                    return;
                }
            }
        }
    }

    public bool TryRefine(long by)
    {
        long seen;
        int version;
        lock (_gate)
        {
            seen = _value;
            version = _version;
        }

        long next = seen + by;
        lock (_gate)
        {
            if (_version != version)
            {
                return false;
            }

            _value = next;
            _version++;
            return true;
        }
    }

    public void Set(long value)
    {
        lock (_gate)
        {
            _value = value;
            _version++;
        }
    }
}
