using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.NegAio2003FilledByConstructor;

public sealed class Shelf
{
    private readonly Part _first;
    private volatile Part _last;

    public Shelf(IEnumerable<int> items)
    {
        _first = _last = new Part();
        Fill(items);
    }

    public int Count => _first.Count;

    public bool Add(int item) => _last.TryAdd(item);

    private void Fill(IEnumerable<int> items)
    {
        Part last = _last;
        foreach (int item in items)
        {
            last.Place(item);
        }

        _last = last;
    }

    private sealed class Part
    {
        private readonly int[] _items = new int[64];
        private int _high = -1;

        internal int Count => _high + 1;

        internal void Place(int item)
        {
            _high++;
            _items[_high] = item;
        }

        internal bool TryAdd(int item)
        {
            int high = Interlocked.Increment(ref _high);
            if (high >= 64)
            {
                return false;
            }

            _items[high] = item;
            return true;
        }
    }
}
