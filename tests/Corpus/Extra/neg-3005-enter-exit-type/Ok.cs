using System;
using System.Threading;

namespace Corpus.Extra.Neg3005EnterExitType;

public sealed class CountingGate
{
    private readonly object _sync = new object();
    private int _entries;
    private bool _closed;

    public void Enter()
    {
        Monitor.Enter(_sync);
        _entries++;
    }

    public bool TryEnter(int milliseconds)
    {
        if (!Monitor.TryEnter(_sync, milliseconds))
        {
            return false;
        }

        if (_closed)
        {
            Monitor.Exit(_sync);
            return false;
        }

        _entries++;
        return true;
    }

    public void Exit() => Monitor.Exit(_sync);

    public void Close()
    {
        Enter();
        try
        {
            _closed = true;
        }
        finally
        {
            Exit();
        }
    }
}
