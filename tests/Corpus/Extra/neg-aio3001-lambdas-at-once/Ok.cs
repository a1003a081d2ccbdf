using System;
using System.Collections.Generic;
using System.Threading;
using System.Linq;
using System.Collections.Concurrent;

namespace Corpus.Extra.NegAio3001LambdasAtOnce;

public sealed class Stock
{
    private readonly object _gate = new object();
    private readonly Dictionary<string, int> _items = new Dictionary<string, int>();
    private readonly List<string> _log = new List<string>();
    private readonly ConcurrentDictionary<string, int> _prices = new ConcurrentDictionary<string, int>();
    private int _changes;

    public void Add(string[] names)
    {
        lock (_gate)
        {
            Array.ForEach(names, n => _items[n] = _items.TryGetValue(n, out int c) ? c + 1 : 1);
            names.ToList().ForEach(n => _log.Add(n));
            _changes++;
        }
    }

    public int Price(string name)
    {
        lock (_gate)
        {
            return _prices.GetOrAdd(name, n =>
            {
                _changes++;
                return _items.Count;
            });
        }
    }

    public int Trim(int least)
    {
        lock (_gate)
        {
            _log.RemoveAll(n => _items[n] < least);
            int removed = _items.Where(p => p.Value < least).Select(p => p.Key).ToList().Count(n => _items.Remove(n));
            _changes += removed;
            return removed;
        }
    }
}
