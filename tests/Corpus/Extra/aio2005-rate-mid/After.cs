using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio2005RateMid.After;

public sealed class Rate
{
    private readonly object _sync = new object();
    private decimal _mid;
    private int _updates;

    public Rate(string pair)
    {
        Pair = pair;
    }

    public string Pair { get; }

    public decimal Mid
    {
        get
        {
            lock (_sync)
            {
                return _mid;
            }
        }
    }

    public int Updates => Volatile.Read(ref _updates);

    internal void Set(decimal mid)
    {
        lock (_sync)
        {
            _mid = mid;
        }
        Interlocked.Increment(ref _updates);
    }
}

public sealed class RateBook
{
    private readonly ConcurrentDictionary<string, Rate> _rates = new ConcurrentDictionary<string, Rate>();
    private readonly BlockingCollection<(string Pair, decimal Bid, decimal Ask)> _feed;

    public RateBook(BlockingCollection<(string Pair, decimal Bid, decimal Ask)> feed)
    {
        _feed = feed;
    }

    public ICollection<string> Pairs => _rates.Keys;

    public void Start()
    {
        new Thread(Listen) { IsBackground = true, Name = "rates" }.Start();
    }

    public decimal Convert(string from, string to, decimal amount)
    {
        if (_rates.TryGetValue(from + to, out Rate direct) && direct.Updates > 0)
        {
            return amount * direct.Mid;
        }

        return _rates.TryGetValue(to + from, out Rate inverse) && inverse.Updates > 0
            ? amount / inverse.Mid
            : throw new KeyNotFoundException("No rate for " + from + to + ".");
    }

    private void Listen()
    {
        foreach ((string pair, decimal bid, decimal ask) in _feed.GetConsumingEnumerable())
        {
            _rates.GetOrAdd(pair, static name => new Rate(name)).Set((bid + ask) / 2);
        }
    }
}
