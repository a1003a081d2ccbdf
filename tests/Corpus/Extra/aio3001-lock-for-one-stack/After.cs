using System.Collections.Generic;

namespace Corpus.Extra.Aio3001LockForOneStack.After;

public sealed class BufferCache
{
    private readonly object _sync = new object();
    private readonly Stack<byte[]> _idle = new Stack<byte[]>();

    public byte[] Get()
    {
        lock (_sync)
        {
            return _idle.Count == 0 ? new byte[4096] : _idle.Pop();
        }
    }

    public void Put(byte[] buffer)
    {
        lock (_sync)
        {
            _idle.Push(buffer);
        }
    }
}
