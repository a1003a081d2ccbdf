using System;
using System.Threading;

namespace Corpus.Extra.NegAio3001TimerReadsCurrent;

public sealed class Pinger
{
    private readonly object _gate = new object();
    private readonly Action<string> _ping;
    private string _target;
    private Timer _timer;

    public Pinger(Action<string> ping) => _ping = ping;

    public string Target
    {
        get
        {
            lock (_gate)
                return _target;
        }
    }

    public void Start(string target)
    {
        lock (_gate)
        {
            _target = target.Trim();
            _timer ??= new Timer(_ => _ping(_target), null, 1000, 1000);
        }
    }

    public void Redirect(string target)
    {
        lock (_gate)
            _target = target;
    }
}
