using System;
using System.Threading;

namespace Corpus.Extra.Aio2005PriceDecimal.Before;

public sealed class Ticker
{
    private readonly object _gate = new object();
    private readonly Func<decimal> _next;
    private decimal _price;

    public Ticker(Func<decimal> next)
    {
        _next = next;
        var feed = new Thread(Feed) { IsBackground = true };
        feed.Start();
    }

    public decimal Price => _price;

    private void Feed()
    {
        while (true)
        {
            decimal price = _next();
            _price = price;
        }
    }
}
