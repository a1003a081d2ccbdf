using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.OkTicketLock;

public struct TicketLock
{
    private int _next;
    private int _serving;

    public void Enter()
    {
        int ticket = Interlocked.Increment(ref _next) - 1;
        var spin = new SpinWait();
        while (Volatile.Read(ref _serving) != ticket)
        {
            spin.SpinOnce();
        }
    }

    public void Exit() => Volatile.Write(ref _serving, _serving + 1);
}

public sealed class Histogram
{
    private readonly int[] _buckets = new int[64];
    private TicketLock _lock;
    private int _total;
    private int _largest;

    public void Add(int value)
    {
        _lock.Enter();
        try
        {
            _buckets[value & 63]++;
            _total++;
            if (value > _largest)
            {
                _largest = value;
            }
        }
        finally
        {
            _lock.Exit();
        }
    }

    public (int Total, int Largest) Read()
    {
        _lock.Enter();
        try
        {
            return (_total, _largest);
        }
        finally
        {
            _lock.Exit();
        }
    }

    public static Histogram Of(int[] values)
    {
        var histogram = new Histogram();
        Parallel.ForEach(values, histogram.Add);
        return histogram;
    }
}
