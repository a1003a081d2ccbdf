using System;
using System.Threading;

namespace Corpus.Extra.NegAio2007Claimed;

public sealed class Turnstile
{
    private readonly Timer _timer;
    private Action _pass;
    private int _busy;

    public Turnstile(Action pass)
    {
        _pass = pass;
        _timer = new Timer(_ => Turn(), null, 10, 10);
    }

    public void Close()
    {
        var spin = new SpinWait();
        while (Interlocked.Exchange(ref _busy, 1) != 0)
        {
            spin.SpinOnce();
        }

        _pass = null;
        Volatile.Write(ref _busy, 0);
    }

    private void Turn()
    {
        if (Interlocked.Exchange(ref _busy, 1) != 0)
        {
            return;
        }

        if (_pass != null)
        {
            _pass();
        }

        Volatile.Write(ref _busy, 0);
    }
}
