using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.NegAio3002PulseNotMissed;

public sealed class Ticker
{
    private readonly object _sync = new object();
    private readonly Queue<Action> _jobs = new Queue<Action>();
    private bool _opened;
    private bool _stopped;
    private bool _paused;

    public void Open()
    {
        _opened = true;
        lock (_sync)
        {
            Monitor.PulseAll(_sync);
        }
    }

    public void WaitUntilOpen()
    {
        if (_opened)
        {
            return;
        }

        lock (_sync)
        {
            while (!_opened)
            {
                Monitor.Wait(_sync);
            }
        }
    }

    public void Pause() => _paused = true;

    public void Resume()
    {
        _paused = false;
        lock (_sync)
        {
            Monitor.PulseAll(_sync);
        }
    }

    public void WaitWhilePaused()
    {
        while (_paused)
        {
            lock (_sync)
            {
                Monitor.Wait(_sync, 50);
            }
        }
    }

    public void Stop()
    {
        _stopped = true;
        lock (_sync)
        {
            _jobs.Enqueue(static () => { });
            Monitor.PulseAll(_sync);
        }
    }

    public void RunAll()
    {
        while (!_stopped)
        {
            Action job;
            lock (_sync)
            {
                while (_jobs.Count == 0)
                {
                    Monitor.Wait(_sync);
                }

                job = _jobs.Dequeue();
            }

            job();
        }
    }
}
