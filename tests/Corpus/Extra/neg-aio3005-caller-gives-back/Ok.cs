using System;
using System.IO;
using System.Threading;

namespace Corpus.Extra.NegAio3005CallerGivesBack;

public interface IArchive
{
    void Append(string line);
}

public sealed class Archiver : IDisposable
{
    private readonly IArchive _archive;
    private readonly Timer _timer;
    private int _writing;
    private long _failed;

    public Archiver(IArchive archive, TimeSpan period)
    {
        _archive = archive;
        _timer = new Timer(static state => ((Archiver)state).OnTick(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(period, period);
    }

    public long Failed => Interlocked.Read(ref _failed);

    public void Dispose() => _timer.Dispose();

    private bool TryWrite()
    {
        if (Interlocked.CompareExchange(ref _writing, 1, 0) != 0)
            return false;
        _archive.Append(DateTime.UtcNow.ToString("O"));
        Volatile.Write(ref _writing, 0);
        return true;
    }

    private void OnTick()
    {
        try
        {
            TryWrite();
        }
        catch (IOException)
        {
            Interlocked.Increment(ref _failed);
            Volatile.Write(ref _writing, 0);
        }
    }
}
