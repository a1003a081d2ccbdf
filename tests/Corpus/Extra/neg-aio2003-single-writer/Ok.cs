using System;
using System.Threading;

namespace Corpus.Extra.NegAio2003SingleWriter;

public sealed class TickSource
{
    private readonly ManualResetEventSlim _stop = new();
    private long _ticks;

    public TickSource() => new Thread(Run) { IsBackground = true }.Start();

    public long Now => Volatile.Read(ref _ticks);

    public void Stop() => _stop.Set();

    private void Run()
    {
        while (!_stop.Wait(10))
        {
            Volatile.Write(ref _ticks, _ticks + 1);
        }
    }
}
