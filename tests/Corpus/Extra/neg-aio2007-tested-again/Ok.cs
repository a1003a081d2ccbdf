using System;
using System.Threading;

namespace Corpus.Extra.NegAio2007TestedAgain;

public sealed class Cache
{
    private readonly object _gate = new object();
    private readonly Func<byte[]> _load;
    private readonly Timer _timer;
    private volatile byte[] _data;

    public Cache(Func<byte[]> load)
    {
        _load = load;
        _timer = new Timer(_ => Drop(), null, 1000, 1000);
    }

    public int Size()
    {
        if (_data != null)
        {
            return _data?.Length ?? 0;
        }

        return 0;
    }

    public byte[] Get()
    {
        if (_data != null)
        {
            lock (_gate)
            {
                return _data ?? (_data = _load());
            }
        }

        lock (_gate)
        {
            return _data ??= _load();
        }
    }

    private void Drop()
    {
        lock (_gate)
        {
            _data = null;
        }
    }
}
