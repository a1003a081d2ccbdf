using System;
using System.Threading;

namespace Corpus.Extra.NegAio4001CallBetween;

public abstract class Stage
{
    private int _steps;
    private volatile bool _paused;
    private readonly Action<int> _log;

    protected Stage(Action<int> log) => _log = log;

    protected abstract void OnStep();

    public bool Step()
    {
        Interlocked.Increment(ref _steps);
        OnStep();
        Interlocked.MemoryBarrier();
        return !_paused;
    }

    public bool Skip(int count)
    {
        int steps = Interlocked.Add(ref _steps, count);
        _log(steps);
        Thread.MemoryBarrier();
        return !_paused;
    }

    public bool Wait()
    {
        Interlocked.MemoryBarrier();
        Thread.Yield();
        Interlocked.MemoryBarrier();
        return !_paused;
    }

    public void Pause()
    {
        _paused = true;
        Interlocked.MemoryBarrier();
        Stepped(Volatile.Read(ref _steps));
    }

    protected abstract void Stepped(int steps);
}
