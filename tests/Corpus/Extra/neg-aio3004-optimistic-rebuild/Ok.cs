using System;

namespace Corpus.Extra.NegAio3004OptimisticRebuild;

public sealed class SortedIndex
{
    private readonly object _sync = new object();
    private int[] _keys = new int[16];
    private int _version;

    public void Set(int at, int key)
    {
        lock (_sync)
        {
            _keys[at] = key;
            _version++;
        }
    }

    public bool TrySort()
    {
        int version;
        int[] sorted;
        lock (_sync)
        {
            version = _version;
            sorted = new int[_keys.Length];
            Array.Copy(_keys, sorted, _keys.Length);
        }

        Array.Sort(sorted);
        lock (_sync)
        {
            if (_version != version)
            {
                return false;
            }

            _keys = sorted;
            return true;
        }
    }
}
