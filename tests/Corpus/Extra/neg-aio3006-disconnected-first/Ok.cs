using System.Buffers;
using System.Collections.Generic;

namespace Corpus.Extra.NegAio3006DisconnectedFirst;

public sealed class Sink
{
    private byte[] _page = ArrayPool<byte>.Shared.Rent(512);
    internal void Put(int at, byte value) => _page[at] = value;
    internal void Release() => ArrayPool<byte>.Shared.Return(_page);
}

public sealed class Sinks
{
    private readonly object _sync = new object();
    private readonly Dictionary<int, Sink> _sinks = new Dictionary<int, Sink>();

    public void Open(int id)
    {
        lock (_sync)
        {
            _sinks[id] = new Sink();
        }
    }

    public void Put(int id, int at, byte value)
    {
        lock (_sync)
        {
            if (_sinks.TryGetValue(id, out Sink sink))
            {
                sink.Put(at, value);
            }
        }
    }

    public void Close(int id)
    {
        Sink sink;
        lock (_sync)
        {
            if (!_sinks.TryGetValue(id, out sink))
            {
                return;
            }

            _sinks.Remove(id);
        }

        sink.Release();
    }
}
