using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio1007InnerTest.Before;

public sealed class WordLock
{
    private int _owner;

    private bool Busy => _owner != 0;

    public void Enter()
    {
        while (Interlocked.Exchange(ref _owner, 1) != 0)
        {
            while (Busy)
            {
            }
        }
    }

    public void Exit() => Volatile.Write(ref _owner, 0);
}

public sealed class RunningStats
{
    private readonly WordLock _lock = new WordLock();
    private long _count;
    private double _mean;
    private double _m2;

    public double Variance
    {
        get
        {
            _lock.Enter();
            double variance = _count > 1 ? _m2 / (_count - 1) : 0;
            _lock.Exit();
            return variance;
        }
    }

    public void AddAll(double[] values) => Parallel.ForEach(values, Add);

    private void Add(double value)
    {
        _lock.Enter();
        _count++;
        double delta = value - _mean;
        _mean += delta / _count;
        _m2 += delta * (value - _mean);
        _lock.Exit();
    }
}
