using System;
using System.Threading;

namespace Corpus.Extra.NegAio4003NothingToRelease;

public sealed class Feeder
{
    private readonly Action _feed;
    private bool _paused;
    private int _limit = 10;

    public Feeder(Action feed) => _feed = feed;

    public int Limit
    {
        get => Volatile.Read(ref _limit);
        set => _limit = value;
    }

    public void Pause() => _paused = true;

    public void Resume() => _paused = false;

    public void Start() => new Thread(Loop) { IsBackground = true }.Start();

    private void Loop()
    {
        int fed = 0;
        while (true)
        {
            if (!Volatile.Read(ref _paused) && fed < Volatile.Read(ref _limit))
            {
                _feed();
                fed++;
            }

            Thread.Sleep(1);
        }
    }
}
