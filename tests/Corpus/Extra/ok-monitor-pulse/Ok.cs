using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.OkMonitorPulse;

public sealed class RenderQueue
{
    private readonly object _monitor = new object();
    private readonly LinkedList<Action> _frames = new LinkedList<Action>();
    private Thread _thread;
    private bool _closed;
    private bool _idle = true;

    public void Open()
    {
        lock (_monitor)
        {
            if (_thread != null)
            {
                return;
            }

            _thread = new Thread(Run) { IsBackground = true, Name = "render" };
            _thread.Start();
        }
    }

    public void Add(Action frame)
    {
        lock (_monitor)
        {
            _frames.AddLast(frame);
            Monitor.PulseAll(_monitor);
        }
    }

    public void WaitUntilIdle()
    {
        lock (_monitor)
        {
            while (!_idle || _frames.Count > 0)
            {
                Monitor.Wait(_monitor);
            }
        }
    }

    public void Close()
    {
        lock (_monitor)
        {
            _closed = true;
            Monitor.PulseAll(_monitor);
        }
    }

    private void Run()
    {
        while (TryNext(out Action frame))
        {
            frame();
        }
    }

    private bool TryNext(out Action frame)
    {
        lock (_monitor)
        {
            _idle = true;
            Monitor.PulseAll(_monitor);
            while (_frames.Count == 0 && !_closed)
            {
                Monitor.Wait(_monitor);
            }

            if (_frames.Count == 0)
            {
                frame = null;
                return false;
            }

            frame = _frames.First.Value;
            _frames.RemoveFirst();
            _idle = false;
            return true;
        }
    }
}
