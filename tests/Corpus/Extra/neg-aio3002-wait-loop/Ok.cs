using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.NegAio3002WaitLoop;

public sealed class Slots
{
    private readonly object _gate = new object();
    private int _free = 4;
    private bool _closed;

    public bool Take()
    {
        lock (_gate)
        {
            while (!IsReady())
            {
                Monitor.Wait(_gate);
            }

            if (_closed)
            {
                return false;
            }

            _free--;
            return true;
        }
    }

    public void Give()
    {
        lock (_gate)
        {
            _free++;
            Monitor.Pulse(_gate);
        }
    }

    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
            Monitor.PulseAll(_gate);
        }
    }

    private bool IsReady() => _free > 0 || _closed;
}
