using System.Threading;

namespace Corpus.Extra.NegAio1003LinksUnderLock;

public sealed class RouteArena
{
    private readonly object _gate = new object();
    private readonly int[] _next;
    private readonly long[] _costs;
    private int _used = 1;

    public RouteArena(int capacity)
    {
        _next = new int[capacity];
        _costs = new long[capacity];
    }

    public bool IsEmpty => Volatile.Read(ref _next[0]) == 0;

    public bool TryAdd(long cost)
    {
        lock (_gate)
        {
            if (_used == _next.Length)
            {
                return false;
            }

            int node = _used++;
            int successor = _next[0];
            Volatile.Write(ref _next[0], node);
            _next[node] = successor;
            _costs[node] = cost;
            return true;
        }
    }

    public long CheapestOfTwo()
    {
        lock (_gate)
        {
            int first = Volatile.Read(ref _next[0]);
            int second = Volatile.Read(ref _next[first]);
            return _costs[first] < _costs[second] ? _costs[first] : _costs[second];
        }
    }
}
