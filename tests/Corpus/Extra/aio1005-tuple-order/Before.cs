using System;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio1005TupleOrder.Before;

public sealed class OpeningTrade
{
    private long _price;
    private int _size;
    private volatile int _stamp;

    public Task Listen(Func<CancellationToken, Task<(long Price, int Size)>> next, CancellationToken stop) => Task.Run(async () =>
    {
        while (_stamp == 0)
        {
            var trade = await next(stop);
            _price = trade.Price;
            _size = trade.Size;
            _stamp = 1;
        }
    });

    public (long Price, int Size, bool Known) Snapshot()
    {
        return (_price, _size, _stamp != 0);
    }

    public string Describe()
    {
        var (price, size, known) = Snapshot();
        return known ? size + " @ " + price : "no trade yet";
    }
}
