using System;
using System.Threading;

namespace Corpus.Extra.NegAio2005Locked;

public sealed class LastSeen
{
    private readonly object _gate = new object();
    private readonly Timer _timer;
    private DateTimeOffset _at;
    private Guid? _who;

    public LastSeen() => _timer = new Timer(_ => Forget(), null, 1000, 1000);

    public DateTimeOffset At
    {
        get
        {
            lock (_gate)
            {
                return _at;
            }
        }
    }

    public void See(Guid who)
    {
        lock (_gate)
        {
            _who = who;
            _at = DateTimeOffset.UtcNow;
        }
    }

    private void Forget()
    {
        lock (_gate)
        {
            if (DateTimeOffset.UtcNow - _at > TimeSpan.FromMinutes(1))
            {
                _who = null;
            }
        }
    }
}
