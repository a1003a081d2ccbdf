using System;
using System.Threading;

namespace Corpus.Extra.Aio2003ChannelFlags.After;

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
    private int _flags;

    private LinkFlags Flags => (LinkFlags)Volatile.Read(ref _flags);

    public DuplexLink(Action closed) => _closed = closed;

    public bool CanRead => (Flags & (LinkFlags.ReadClosed | LinkFlags.Aborted)) == 0;

    public bool CanWrite => (Flags & (LinkFlags.WriteClosed | LinkFlags.Aborted)) == 0;

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
        Check(Interlocked.Or(ref _flags, (int)LinkFlags.ReadClosed), LinkFlags.ReadClosed);
    }

    private void CloseWrite()
    {
        Check(Interlocked.Or(ref _flags, (int)LinkFlags.WriteClosed), LinkFlags.WriteClosed);
    }

    private void Check(int before, LinkFlags added)
    {
        const LinkFlags Both = LinkFlags.ReadClosed | LinkFlags.WriteClosed;
        if ((((LinkFlags)before | added) & Both) == Both)
        {
            _closed();
        }
    }
}
