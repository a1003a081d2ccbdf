using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio3001SessionReset.Before;

public sealed class SessionTable : IDisposable
{
    private readonly object _gate = new object();
    private readonly Dictionary<Guid, DateTime> _seen = new Dictionary<Guid, DateTime>();
    private readonly Timer _timer;

    public SessionTable()
    {
        _timer = new Timer(_ => Prune(DateTime.UtcNow.AddMinutes(-5)), null, 1000, 1000);
    }

    public void Touch(Guid id)
    {
        lock (_gate)
        {
            _seen[id] = DateTime.UtcNow;
        }
    }

    public bool IsAlive(Guid id)
    {
        lock (_gate)
        {
            return _seen.ContainsKey(id);
        }
    }

    public void Reset()
    {
        _seen.Clear();
    }

    private void Prune(DateTime before)
    {
        lock (_gate)
        {
            foreach (Guid id in new List<Guid>(_seen.Keys))
            {
                if (_seen[id] < before)
                {
                    _seen.Remove(id);
                }
            }
        }
    }

    public void Dispose() => _timer.Dispose();
}
