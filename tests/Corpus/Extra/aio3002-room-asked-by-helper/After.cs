using System.Collections.Generic;

namespace Corpus.Extra.Aio3002RoomAskedByHelper.After;

public sealed class Outbox
{
    private const int Most = 64;
    private readonly object _sync = new object();
    private readonly Queue<byte[]> _queue = new Queue<byte[]>();

    public bool TrySend(byte[] message)
    {
        lock (_sync)
        {
            if (_queue.Count >= Most)
            {
                return false;
            }

            _queue.Enqueue(message);
            return true;
        }
    }

    public byte[] Next()
    {
        lock (_sync)
        {
            return _queue.Count == 0 ? null : _queue.Dequeue();
        }
    }
}
