using System;
using System.Collections.Concurrent;
using System.Threading;

namespace Corpus.Extra.Aio1002ReplyBox.After;

public sealed class ReplyBox<T>
{
    private T _value;
    private Exception _fault;
    private bool _arrived;

    public bool HasArrived => Volatile.Read(ref _arrived);

    internal void Supply(T value, Exception fault)
    {
        (_value, _fault) = (value, fault);
        Volatile.Write(ref _arrived, true);
    }

    public T Take(TimeSpan patience)
    {
        if (!SpinWait.SpinUntil(() => HasArrived, patience))
        {
            throw new TimeoutException();
        }

        return _fault is null ? _value : throw new InvalidOperationException("request failed", _fault);
    }
}

public sealed class ReplyRouter
{
    private readonly ConcurrentDictionary<int, ReplyBox<byte[]>> _open = new ConcurrentDictionary<int, ReplyBox<byte[]>>();
    private int _lastId;

    public ReplyBox<byte[]> Open(out int id)
    {
        var box = new ReplyBox<byte[]>();
        id = Interlocked.Increment(ref _lastId);
        _open[id] = box;
        return box;
    }

    public bool OnFrame(int id, ReadOnlySpan<byte> body)
    {
        if (!_open.TryRemove(id, out ReplyBox<byte[]> box))
        {
            return false;
        }

        box.Supply(body.ToArray(), null);
        return true;
    }

    public void OnLost(Exception reason)
    {
        foreach (int id in _open.Keys)
        {
            if (_open.TryRemove(id, out ReplyBox<byte[]> box))
            {
                box.Supply(null, reason);
            }
        }
    }
}
