using System;
using System.Threading;

namespace Corpus.Extra.NegAio3004PlainList;

public sealed class PlainList
{
    private static long s_grown;
    private int[] _items = new int[4];
    private int _count;

    public static long Grown => Interlocked.Read(ref s_grown);

    public void Add(int item)
    {
        if (_count == _items.Length)
        {
            var larger = new int[_count * 2];
            Array.Copy(_items, larger, _count);
            _items = larger;
            Interlocked.Increment(ref s_grown);
        }

        _items[_count++] = item;
    }

    public void Set(int at, int item) => _items[at] = item;
}
