using System.Threading;

namespace Corpus.Extra.NegAio1008Identity;

public sealed class Chain
{
    private readonly object _gate = new();
    private volatile Link _first;
    private volatile Link _last;

    public Chain() => _first = _last = new Link();

    public bool IsShort
    {
        get
        {
            while (true)
            {
                Link first = _first;
                Link last = _last;
                int filled = Volatile.Read(ref first.Filled);
                if (first.Next == last && filled == Volatile.Read(ref first.Filled))
                {
                    return filled < 8;
                }

                if (first == last)
                {
                    return true;
                }
            }
        }
    }

    public void Add()
    {
        lock (_gate)
        {
            Link last = _last;
            if (Interlocked.Increment(ref last.Filled) == 16)
            {
                var next = new Link();
                last.Next = next;
                _last = next;
            }
        }
    }

    private sealed class Link
    {
        internal int Filled;
        internal Link? Next;
    }
}
