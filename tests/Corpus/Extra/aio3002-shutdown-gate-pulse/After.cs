using System;
using System.Threading;

namespace Corpus.Extra.Aio3002ShutdownGatePulse.After;

/// <summary>Lets a server wait at shutdown until the last request has left.</summary>
public sealed class DrainGate
{
    private readonly object _sync = new object();
    private int _inside;
    private bool _closing;
    private bool _drained;

    public bool TryEnter()
    {
        lock (_sync)
        {
            if (_closing)
            {
                return false;
            }

            _inside++;
            return true;
        }
    }

    public void Leave()
    {
        lock (_sync)
        {
            _inside--;
            if (_closing && _inside == 0)
            {
                _drained = true;
                Monitor.PulseAll(_sync);
            }
        }
    }

    public void Close()
    {
        lock (_sync)
        {
            _closing = true;
            _drained |= _inside == 0;
        }

        WaitForDrain();
    }

    private void WaitForDrain()
    {
        lock (_sync)
        {
            while (!_drained)
            {
                Monitor.Wait(_sync);
            }
        }
    }
}
