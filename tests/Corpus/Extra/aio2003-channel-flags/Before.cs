using System;
using System.Threading;

namespace Corpus.Extra.Aio2003ChannelFlags.Before;

[Flags]
public enum LinkFlags
{
    None = 0,
    ReadClosed = 1,
    WriteClosed = 2,
    Aborted = 4,
}

public sealed class DuplexLink
{
    private readonly Action _closed;
    private volatile LinkFlags _flags;

    public DuplexLink(Action closed) => _closed = closed;

    public bool CanRead => (_flags & (LinkFlags.ReadClosed | LinkFlags.Aborted)) == 0;

    public bool CanWrite => (_flags & (LinkFlags.WriteClosed | LinkFlags.Aborted)) == 0;

    public void Pump(Func<bool> read, Func<bool> write)
    {
        var reader = new Thread(() =>
        {
            while (CanRead && read())
            {
            }

            CloseRead();
        });
        var writer = new Thread(() =>
        {
            while (CanWrite && write())
            {
            }

            CloseWrite();
        });
        reader.Start();
        writer.Start();
    }

    private void CloseRead()
    {
        _flags |= LinkFlags.ReadClosed;
        Check();
    }

    private void CloseWrite()
    {
        _flags |= LinkFlags.WriteClosed;
        Check();
    }

    private void Check()
    {
        const LinkFlags Both = LinkFlags.ReadClosed | LinkFlags.WriteClosed;
        if ((_flags & Both) == Both)
        {
            _closed();
        }
    }
}
