using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio3001BaseGate.After;

public abstract class ObservableBase<T>
{
    protected readonly object Gate = new();
    protected readonly List<Action<T>> Observers = new();

    public void Subscribe(Action<T> observer)
    {
        lock (Gate)
        {
            Observers.Add(observer);
        }
    }

    public bool Unsubscribe(Action<T> observer)
    {
        lock (Gate)
        {
            return Observers.Remove(observer);
        }
    }

    public int Count
    {
        get
        {
            lock (Gate)
            {
                return Observers.Count;
            }
        }
    }
}

public sealed class Ticker : ObservableBase<int>
{
    private readonly Timer _timer;
    private int _tick;

    public Ticker(TimeSpan period)
    {
        _timer = new Timer(_ => Fire(Interlocked.Increment(ref _tick)), null, period, period);
    }

    private void Fire(int tick)
    {
        Action<int>[] observers;
        lock (Gate)
        {
            observers = Observers.ToArray();
        }

        foreach (Action<int> observer in observers)
        {
            observer(tick);
        }
    }
}
