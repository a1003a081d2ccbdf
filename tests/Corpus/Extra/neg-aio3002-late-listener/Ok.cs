using System;
using System.Collections.Generic;

namespace Corpus.Extra.NegAio3002LateListener;

/// <summary>Who comes late is ignored: the list holds weak listeners, and one more of them in a disposed source is told nothing, and keeps nothing alive.</summary>
public sealed class Subscriptions : IDisposable
{
    private readonly object _sync = new object();
    private readonly List<WeakReference<Action<string>>> _targets = new List<WeakReference<Action<string>>>();
    private volatile bool _disposed;

    public void Add(WeakReference<Action<string>> target)
    {
        if (_disposed)
        {
            return;
        }

        lock (_sync)
        {
            _targets.Add(target);
        }
    }

    public void Publish(string message)
    {
        WeakReference<Action<string>>[] targets;
        lock (_sync)
        {
            targets = _targets.ToArray();
        }

        foreach (WeakReference<Action<string>> target in targets)
        {
            if (target.TryGetTarget(out Action<string> run))
            {
                run(message);
            }
        }
    }

    public void Dispose()
    {
        lock (_sync)
        {
            _disposed = true;
            _targets.Clear();
        }
    }
}
