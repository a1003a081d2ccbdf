using System;
using System.Threading;

namespace Corpus.Extra.NegAio3002OwnThreadTurn;

public sealed class FlushThread
{
    private readonly object _sync = new object();
    private readonly Action<int> _flush;
    private int _dirty;
    private bool _isIdle;

    public FlushThread(Action<int> flush)
    {
        _flush = flush;
        new Thread(Run) { IsBackground = true }.Start();
    }

    public bool IsIdle
    {
        get
        {
            lock (_sync)
            {
                return _isIdle;
            }
        }
    }

    public void Touch()
    {
        lock (_sync)
        {
            _dirty++;
            Monitor.Pulse(_sync);
        }
    }

    private void Run()
    {
        int left;
        lock (_sync)
        {
            if (_dirty == 0)
            {
                _isIdle = true;
                Monitor.Wait(_sync);
                _isIdle = false;
            }

            _dirty--;
            left = _dirty;
        }

        _flush(left);
    }
}
