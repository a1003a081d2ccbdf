using System.Buffers;

namespace Corpus.Extra.Aio3006DetachedLate.After;

public sealed class Hub
{
    private readonly object _sync = new object();
    private PageSink _sink;

    public void Attach(PageSink sink)
    {
        lock (_sync)
        {
            _sink = sink;
        }
    }

    public void Detach()
    {
        lock (_sync)
        {
            _sink = null;
        }
    }

    public void Publish(int at, byte value)
    {
        lock (_sync)
        {
            if (_sink != null)
            {
                _sink.Put(at, value);
            }
        }
    }
}

public sealed class PageSink
{
    private readonly Hub _hub;
    private readonly byte[] _page = ArrayPool<byte>.Shared.Rent(4096);

    public PageSink(Hub hub)
    {
        _hub = hub;
        hub.Attach(this);
    }

    internal void Put(int at, byte value) => _page[at] = value;

    public void Close()
    {
        _hub.Detach();
        ArrayPool<byte>.Shared.Return(_page);
    }
}
