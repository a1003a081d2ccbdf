using System;
using System.Collections.Generic;

namespace Corpus.Extra.Aio3001OrderBookDepth.Before;

public enum Side
{
    Bid,
    Ask,
}

public sealed record BookOrder(long Id, Side Side, decimal Price, decimal Quantity);

public readonly record struct DepthLevel(decimal Price, decimal Quantity, int Orders);

public sealed class OrderBook
{
    private readonly object _gate = new object();
    private readonly SortedDictionary<decimal, List<BookOrder>> _bids =
        new(Comparer<decimal>.Create(static (a, b) => b.CompareTo(a)));
    private readonly SortedDictionary<decimal, List<BookOrder>> _asks = new();
    private readonly Dictionary<long, BookOrder> _byId = new();

    public OrderBook(string symbol) => Symbol = symbol;

    public string Symbol { get; }

    public void Place(BookOrder order)
    {
        lock (_gate)
        {
            _byId.Add(order.Id, order);
            SortedDictionary<decimal, List<BookOrder>> side = SideOf(order.Side);
            if (!side.TryGetValue(order.Price, out List<BookOrder> level))
            {
                level = new List<BookOrder>();
                side.Add(order.Price, level);
            }

            level.Add(order);
        }
    }

    public bool Cancel(long id)
    {
        lock (_gate)
        {
            if (!_byId.Remove(id, out BookOrder order))
                return false;

            SortedDictionary<decimal, List<BookOrder>> side = SideOf(order.Side);
            List<BookOrder> level = side[order.Price];
            level.Remove(order);
            if (level.Count == 0)
                side.Remove(order.Price);
            return true;
        }
    }

    public decimal? BestPrice(Side which)
    {
        lock (_gate)
        {
            foreach (decimal price in SideOf(which).Keys)
                return price;
            return null;
        }
    }

    public IReadOnlyList<DepthLevel> Depth(Side which, int levels)
    {
        var result = new List<DepthLevel>(levels);
        foreach (KeyValuePair<decimal, List<BookOrder>> level in SideOf(which))
        {
            if (result.Count == levels)
                break;
            result.Add(new DepthLevel(level.Key, Total(level.Value), level.Value.Count));
        }

        return result;
    }

    private SortedDictionary<decimal, List<BookOrder>> SideOf(Side side)
    {
        return side == Side.Bid ? _bids : _asks;
    }

    private static decimal Total(List<BookOrder> orders)
    {
        decimal sum = 0m;
        foreach (BookOrder order in orders)
            sum += order.Quantity;
        return sum;
    }
}
