using System;
using System.Collections.Concurrent;
using System.Threading;

namespace Corpus.Extra.Aio2005TopOfBook.After;

public sealed class TopOfBook
{
    private readonly BlockingCollection<(decimal Bid, decimal Ask)> _updates = new();
    private Tuple<decimal, decimal> _top = Tuple.Create(0m, 0m);

    public TopOfBook()
    {
        var feed = new Thread(Apply) { IsBackground = true, Name = "book" };
        feed.Start();
    }

    public void Post(decimal bid, decimal ask) => _updates.Add((bid, ask));

    public decimal Mid()
    {
        var (bid, ask) = Volatile.Read(ref _top);
        return (bid + ask) / 2;
    }

    private void Apply()
    {
        foreach (var update in _updates.GetConsumingEnumerable())
        {
            if (update.Bid <= update.Ask)
            {
                Volatile.Write(ref _top, Tuple.Create(update.Bid, update.Ask));
            }
        }
    }
}
