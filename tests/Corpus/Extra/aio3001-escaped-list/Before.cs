using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio3001EscapedList.Before;

public sealed class AlarmPanel
{
    private readonly object _sync = new object();
    private readonly List<string> _active = new List<string>();

    public IReadOnlyList<string> Active => _active;

    public void Raise(string alarm)
    {
        lock (_sync)
        {
            if (!_active.Contains(alarm))
            {
                _active.Add(alarm);
            }
        }
    }

    public void Clear(string alarm)
    {
        lock (_sync)
        {
            _active.Remove(alarm);
        }
    }

    public void Start(Func<string> next)
    {
        new Thread(() =>
        {
            while (next() is { } alarm)
            {
                Raise(alarm);
            }
        }) { IsBackground = true }.Start();
    }
}
