using System;
using System.Threading;

namespace Corpus.Extra.NegAio2005OwnThread;

public sealed class Budget
{
    private readonly TimeSpan? _limit;
    private decimal _left;
    private Thread _worker;

    public Budget(decimal left, TimeSpan? limit)
    {
        _left = left;
        _limit = limit;
    }

    public void Start(decimal more)
    {
        _left = more;
        _worker = new Thread(Spend);
        _worker.Start();
    }

    private void Spend()
    {
        while (_left > 0)
        {
            _left -= 1m;
            Thread.Sleep(_limit ?? TimeSpan.Zero);
        }
    }
}
