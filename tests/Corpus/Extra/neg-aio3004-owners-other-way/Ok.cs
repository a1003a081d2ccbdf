using System.Threading;

namespace Corpus.Extra.NegAio3004OwnersOtherWay;

internal sealed class OwnStack
{
    private volatile object?[] _items = new object?[8];
    private volatile int _low;
    private volatile int _high;
    private volatile int _mask = 7;
    private readonly object _thieves = new();

    internal void Push(object item)
    {
        int high = _high;
        if (high < _low + _mask)
        {
            Volatile.Write(ref _items[high & _mask], item);
            _high = high + 1;
        }
        else
        {
            lock (_thieves)
            {
                int low = _low;
                int count = _high - low;
                if (count >= _mask)
                {
                    var items = new object?[_items.Length * 2];
                    for (int i = 0; i < _items.Length; i++)
                    {
                        items[i] = _items[(i + low) & _mask];
                    }

                    _items = items;
                    _low = 0;
                    _high = high = count;
                    _mask = (_mask << 1) | 1;
                }

                Volatile.Write(ref _items[high & _mask], item);
                _high = high + 1;
            }
        }
    }

    internal object? Steal()
    {
        lock (_thieves)
        {
            int low = _low;
            Interlocked.Exchange(ref _low, low + 1);
            if (low < _high)
            {
                return Volatile.Read(ref _items[low & _mask]);
            }

            _low = low;
            return null;
        }
    }
}
