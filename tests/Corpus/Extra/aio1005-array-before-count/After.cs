using System;
using System.Threading;

namespace Corpus.Extra.Aio1005ArrayBeforeCount.After;

public sealed class HandlerList
{
    private readonly object _writers = new object();
    private volatile Action<string>[] _handlers = new Action<string>[4];
    private volatile int _count;

    public void Add(Action<string> handler)
    {
        lock (_writers)
        {
            Action<string>[] handlers = _handlers;
            int count = _count;
            if (count == handlers.Length)
            {
                var grown = new Action<string>[count * 2];
                Array.Copy(handlers, grown, count);
                _handlers = handlers = grown;
            }

            handlers[count] = handler;
            _count = count + 1;
        }
    }

    public void Raise(string topic)
    {
        int count = _count;
        Action<string>[] handlers = _handlers;
        for (int i = 0; i < count; i++)
        {
            handlers[i](topic);
        }
    }

    public void RaiseLater(string topic) => ThreadPool.QueueUserWorkItem(_ => Raise(topic));
}
