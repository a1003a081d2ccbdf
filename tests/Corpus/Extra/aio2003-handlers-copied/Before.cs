using System;

namespace Corpus.Extra.Aio2003HandlersCopied.Before;

public sealed class TickHub
{
    private volatile Action<long>[] _handlers = Array.Empty<Action<long>>();

    public void Subscribe(Action<long> handler)
    {
        Action<long>[] current = _handlers;
        var next = new Action<long>[current.Length + 1];
        Array.Copy(current, next, current.Length);
        next[current.Length] = handler;
        _handlers = next;
    }

    public void Publish(long tick)
    {
        foreach (Action<long> handler in _handlers)
            handler(tick);
    }
}
