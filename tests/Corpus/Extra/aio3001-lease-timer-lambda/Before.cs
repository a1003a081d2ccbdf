using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio3001LeaseTimerLambda.Before;

public sealed class LeaseBook
{
    private readonly object _gate = new object();
    private readonly Dictionary<string, Timer> _timers = new Dictionary<string, Timer>();
    private readonly HashSet<string> _held = new HashSet<string>();

    public bool TryTake(string name, int milliseconds)
    {
        lock (_gate)
        {
            if (!_held.Add(name))
            {
                return false;
            }

            _timers[name] = new Timer(_ =>
            {
                _held.Remove(name);
            }, null, milliseconds, Timeout.Infinite);
            return true;
        }
    }

    public void Release(string name)
    {
        lock (_gate)
        {
            if (_held.Remove(name) && _timers.Remove(name, out Timer timer))
            {
                timer.Dispose();
            }
        }
    }
}
