using System.Collections.Generic;

namespace Corpus.Extra.Aio3002RoomAskedByHelper.Before;

public sealed class Outbox
{
    private const int Most = 64;
    private readonly object _sync = new object();
    private readonly Queue<byte[]> _queue = new Queue<byte[]>();

    public bool TrySend(byte[] message)
    {
        if (!HasRoom())
        {
            return false;
        }

        Put(message);
        return true;
    }

    public byte[] Next()
    {
        lock (_sync)
        {
            return _queue.Count == 0 ? null : _queue.Dequeue();
        }
    }

    private bool HasRoom()
    {
        lock (_sync)
        {
            return _queue.Count < Most;
        }
    }

    private void Put(byte[] message)
    {
        lock (_sync)
        {
            _queue.Enqueue(message);
        }
    }
}
