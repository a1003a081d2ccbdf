using System;
using System.Threading;

namespace Corpus.Extra.NegAio2004ToldToStop;

public sealed class Poller
{
    private const int New = 0;
    private const int Running = 1;
    private const int Stopped = 2;

    private readonly Action _poll;
    private int _state;

    public Poller(Action poll) => _poll = poll;

    public bool Start()
    {
        if (Interlocked.CompareExchange(ref _state, Running, New) != New)
        {
            return false;
        }

        var thread = new Thread(() =>
        {
            while (Volatile.Read(ref _state) == Running)
            {
                _poll();
                Thread.Sleep(50);
            }
        });
        thread.IsBackground = true;
        thread.Start();
        return true;
    }

    public void Stop() => Volatile.Write(ref _state, Stopped);
}
