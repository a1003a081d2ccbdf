using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.NegAio3001TimerUnderGate;

public abstract class Registry<T>
{
    protected readonly object Gate = new();
    protected readonly List<T> Entries = new();

    public void Add(T entry)
    {
        lock (Gate)
        {
            Entries.Add(entry);
        }
    }

    public bool Remove(T entry)
    {
        lock (Gate)
        {
            return Entries.Remove(entry);
        }
    }
}

public sealed class LeaseRegistry : Registry<DateTime>
{
    private readonly Timer _sweep;

    public LeaseRegistry(TimeSpan period)
    {
        _sweep = new Timer(_ => Sweep(), null, period, period);
    }

    private void Sweep()
    {
        lock (Gate)
        {
            RemoveOlder(DateTime.UtcNow);
        }
    }

    private void RemoveOlder(DateTime now)
    {
        for (int i = Entries.Count - 1; i >= 0; i--)
        {
            if (Entries[i] < now)
            {
                Entries.RemoveAt(i);
            }
        }
    }
}
