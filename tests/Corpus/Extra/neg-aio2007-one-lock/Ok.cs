using System;
using System.Threading;

namespace Corpus.Extra.NegAio2007OneLock;

public sealed class Beacon
{
    private readonly object _gate = new object();
    private readonly Timer _timer;
    private Action _light;

    public Beacon(Action light)
    {
        _light = light;
        _timer = new Timer(_ => Blink(), null, 0, 500);
    }

    public void Off()
    {
        lock (_gate)
        {
            _light = null;
        }
    }

    private void Blink()
    {
        lock (_gate)
        {
            if (_light != null)
            {
                _light();
            }
        }
    }
}
