using System;
using System.Threading;

namespace Corpus.Extra.NegAio2005Signalled;

public sealed class Exchange
{
    private readonly AutoResetEvent _full = new AutoResetEvent(false);
    private readonly AutoResetEvent _empty = new AutoResetEvent(true);
    private Guid _slot;

    public Exchange(Action<Guid> use)
    {
        var taker = new Thread(() => Take(use)) { IsBackground = true };
        taker.Start();
    }

    public void Put(Guid value)
    {
        _empty.WaitOne();
        _slot = value;
        _full.Set();
    }

    private void Take(Action<Guid> use)
    {
        while (true)
        {
            _full.WaitOne();
            Guid value = _slot;
            _empty.Set();
            use(value);
        }
    }
}
