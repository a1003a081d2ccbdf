using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.NegAio3007SetByConstructor;

public sealed class Chunk
{
    public readonly string[] Items = new string[4];
    public int Count;
    public Chunk Next;
}

public sealed class Outbox
{
    private Chunk _last;

    public Outbox()
    {
        _last = new Chunk();
    }

    public bool HasRoom => Volatile.Read(ref _last.Count) < 4;

    public void Put(string item)
    {
        Chunk last = _last;
        if (last.Count == 4)
        {
            _last = last = last.Next = new Chunk();
        }

        last.Items[last.Count] = item;
        Volatile.Write(ref last.Count, last.Count + 1);
    }
}

public sealed class Outboxes
{
    private readonly object _gate = new object();
    private readonly List<Outbox> _all = new List<Outbox>();

    public Outbox Register(string greeting)
    {
        var outbox = new Outbox();
        lock (_gate)
        {
            _all.Add(outbox);
        }

        outbox.Put(greeting);
        return outbox;
    }

    public bool IsAnyFree()
    {
        lock (_gate)
        {
            foreach (Outbox outbox in _all)
            {
                if (outbox.HasRoom)
                {
                    return true;
                }
            }

            return false;
        }
    }
}
