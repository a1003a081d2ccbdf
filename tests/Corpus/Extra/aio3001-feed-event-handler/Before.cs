using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio3001FeedEventHandler.Before;

public sealed class Ticker
{
    public event Action<decimal> Changed;

    public void Raise(decimal price) => Changed?.Invoke(price);
}

public sealed class PriceHistory
{
    private readonly object _lock = new object();
    private readonly List<decimal> _prices = new List<decimal>();

    public PriceHistory(Ticker ticker)
    {
        ticker.Changed += price =>
        {
            _prices.Add(price);
        };
    }

    public decimal[] Snapshot()
    {
        lock (_lock)
        {
            return _prices.ToArray();
        }
    }

    public void Trim(int keep)
    {
        lock (_lock)
        {
            if (_prices.Count > keep)
            {
                _prices.RemoveRange(0, _prices.Count - keep);
            }
        }
    }
}
