using System;
using System.Collections.Concurrent;
using System.Threading;

namespace Corpus.Extra.Aio2005TopOfBook.Before;

public sealed class TopOfBook
{
    private readonly BlockingCollection<(decimal Bid, decimal Ask)> _updates = new();
    private (decimal Bid, decimal Ask) _top;

    public TopOfBook()
    {
        var feed = new Thread(Apply) { IsBackground = true, Name = "book" };
        feed.Start();
    }

    public void Post(decimal bid, decimal ask) => _updates.Add((bid, ask));

    public decimal Mid()
    {
        var (bid, ask) = _top;
        return (bid + ask) / 2;
    }

    private void Apply()
    {
        foreach (var update in _updates.GetConsumingEnumerable())
        {
            if (update.Bid <= update.Ask)
            {
                _top = update;
            }
        }
    }
}
