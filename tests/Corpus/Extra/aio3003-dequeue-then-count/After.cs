using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio3003DequeueThenCount.After;

public sealed class SendQueue
{
    private readonly Lock _sync = new Lock();
    private readonly Queue<byte[]> _queue = new Queue<byte[]>();
    private int _bytes;

    public bool Add(byte[] block)
    {
        lock (_sync)
        {
            if (_bytes + block.Length > 65536)
            {
                return false;
            }

            _queue.Enqueue(block);
            _bytes += block.Length;
            return true;
        }
    }

    public byte[] Take()
    {
        lock (_sync)
        {
            if (_queue.Count == 0)
            {
                return null;
            }

            byte[] block = _queue.Dequeue();
            _bytes -= block.Length;
            return block;
        }
    }

    public byte[][] TakeAll()
    {
        byte[][] all;
        lock (_sync)
        {
            all = _queue.ToArray();
            _queue.Clear();
            _bytes = 0;
        }

        return all;
    }
}
