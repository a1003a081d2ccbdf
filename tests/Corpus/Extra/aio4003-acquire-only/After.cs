using System;
using System.Threading;

namespace Corpus.Extra.Aio4003AcquireOnly.After;

public sealed class Feeder
{
    private readonly Action _feed;
    private readonly Action _drain;
    private bool _paused;

    public Feeder(Action feed, Action drain)
    {
        _feed = feed;
        _drain = drain;
    }

    public void Pause()
    {
        _drain();
        Volatile.Write(ref _paused, true);
    }

    public void Resume() => Resume(false);

    private void Resume(bool paused) => Volatile.Write(ref _paused, paused);

    public void Start() => new Thread(Loop) { IsBackground = true }.Start();

    private void Loop()
    {
        while (true)
        {
            if (!Volatile.Read(ref _paused))
            {
                _feed();
            }

            Thread.Sleep(1);
        }
    }
}
