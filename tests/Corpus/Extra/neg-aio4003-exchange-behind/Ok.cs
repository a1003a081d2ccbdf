using System;
using System.Threading;

namespace Corpus.Extra.NegAio4003ExchangeBehind;

public sealed class Tickets
{
    private readonly Action<int> _serve;
    private int _left;
    private bool _open;

    public Tickets(Action<int> serve) => _serve = serve;

    public void Open(int count)
    {
        Interlocked.Exchange(ref _left, count);
        Volatile.Write(ref _open, true);
    }

    public bool TryTake()
    {
        if (!_open)
        {
            return false;
        }

        int left = Interlocked.Decrement(ref _left);
        if (left < 0)
        {
            return false;
        }

        _serve(left);
        return true;
    }
}
