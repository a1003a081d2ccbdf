using System;
using System.Threading;

namespace Corpus.Extra.NegAio3004CopyOnWrite;

public sealed class Handlers
{
    private Action[] _handlers = new Action[0];

    public void Add(Action handler)
    {
        while (true)
        {
            Action[] old = Volatile.Read(ref _handlers);
            var next = new Action[old.Length + 1];
            Array.Copy(old, next, old.Length);
            next[old.Length] = handler;
            if (Interlocked.CompareExchange(ref _handlers, next, old) == old)
            {
                return;
            }
        }
    }

    public void Raise()
    {
        foreach (Action handler in Volatile.Read(ref _handlers))
        {
            handler();
        }
    }
}
