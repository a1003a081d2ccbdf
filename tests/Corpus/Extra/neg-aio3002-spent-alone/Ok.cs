using System;
using System.Threading;

namespace Corpus.Extra.NegAio3002SpentAlone;

public sealed class Backlog
{
    private readonly object _gate = new();
    private readonly Action _work;
    private int _waiting;
    private int _slots = 4;

    public Backlog(Action work)
    {
        _work = work;
        new Thread(Drain) { IsBackground = true }.Start();
    }

    public int Waiting
    {
        get
        {
            lock (_gate)
            {
                return _waiting;
            }
        }
    }

    public int Slots
    {
        get
        {
            lock (_gate)
            {
                return _slots;
            }
        }
    }

    public void Add()
    {
        lock (_gate)
        {
            _waiting++;
        }
    }

    public bool TryEnter()
    {
        if (Slots == 0)
        {
            return false;
        }

        lock (_gate)
        {
            if (_slots == 0)
            {
                return false;
            }

            _slots--;
            return true;
        }
    }

    public void Leave()
    {
        lock (_gate)
        {
            _slots++;
        }
    }

    private void Drain()
    {
        while (true)
        {
            if (Waiting == 0)
            {
                Thread.Sleep(1);
                continue;
            }

            _work();
            Finish();
        }
    }

    private void Finish()
    {
        lock (_gate)
        {
            _waiting--;
        }
    }
}
