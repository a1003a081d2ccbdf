using System;
using System.IO;
using System.Threading;

namespace Corpus.Extra.NegAio2001ClosedByTimer;

public sealed class IdleLink : IDisposable
{
    private readonly Stream _stream;
    private readonly Timer _idle;
    private volatile bool _closed;

    public IdleLink(Stream stream, TimeSpan patience)
    {
        _stream = stream;
        _idle = new Timer(static s => ((IdleLink)s).Close(), this, Timeout.Infinite, Timeout.Infinite);
        _idle.Change(patience, Timeout.InfiniteTimeSpan);
    }

    public bool IsOpen => !_closed;

    public void Dispose() => Close();

    private void Close()
    {
        if (_closed)
            return;
        _closed = true;
        _idle.Dispose();
        _stream.Dispose();
    }
}
