using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Extra.Aio2003StockEntry.Before;

/// <summary>The stock of a warehouse: goods arrive and are reserved by many requests at once.</summary>
public sealed class StockLedger
{
    private readonly ConcurrentDictionary<string, int> _onHand = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, decimal> _prices = new(StringComparer.OrdinalIgnoreCase);

    public void SetPrice(string article, decimal price)
    {
        if (price < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(price));
        }

        _prices[article] = price;
    }

    public void Receive(string article, int pieces)
    {
        _onHand.AddOrUpdate(article, pieces, (_, there) => there + pieces);
    }

    public bool TryReserve(string article, int pieces)
    {
        if (!_onHand.TryGetValue(article, out var there) || there < pieces)
        {
            return false;
        }

        _onHand[article] = there - pieces;
        return true;
    }

    public decimal ValueOf(string article) =>
        _onHand.TryGetValue(article, out var pieces) && _prices.TryGetValue(article, out var price) ? pieces * price : 0m;

    public IReadOnlyList<string> SoldOut() => _onHand.Where(e => e.Value == 0).Select(e => e.Key).ToList();
}
