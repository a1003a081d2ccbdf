using System;
using System.Collections.Generic;

namespace Corpus.Extra.NegAio3002LockOfCache;

public sealed class WritePacket : IDisposable
{
    public int Used { get; set; }

    public void Reset() => Used = 0;

    public void Dispose() => Used = -1;
}

public sealed class Connection : IDisposable
{
    private readonly object _cacheLock = new object();
    private readonly Stack<WritePacket> _cache = new Stack<WritePacket>();
    private WritePacket _packet;

    public WritePacket NextPacket()
    {
        if (_packet != null)
        {
            _packet.Reset();
        }
        else
        {
            lock (_cacheLock)
            {
                _packet = _cache.Count > 0 ? _cache.Pop() : new WritePacket();
            }
        }

        return _packet;
    }

    public void EndOfMessage()
    {
        if (_packet != null)
        {
            _packet.Dispose();
            _packet = null;
        }
    }

    public void OnSent(WritePacket packet)
    {
        lock (_cacheLock)
        {
            _cache.Push(packet);
        }
    }

    public void Dispose() => EndOfMessage();
}
