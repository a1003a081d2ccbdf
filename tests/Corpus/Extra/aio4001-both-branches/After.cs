using System;
using System.Threading;

namespace Corpus.Extra.Aio4001BothBranches.After;

public sealed class Intake
{
    private long _arrived;
    private int _idle = 1;
    private readonly Action _wake;

    public Intake(Action wake) => _wake = wake;

    public void Arrive(int count)
    {
        if (count == 1)
        {
            Interlocked.Increment(ref _arrived);
        }
        else
        {
            Interlocked.Add(ref _arrived, count);
        }

        if (Volatile.Read(ref _idle) != 0)
        {
            _wake();
        }
    }

    public bool Rest(long handled)
    {
        Interlocked.Exchange(ref _idle, 1);
        if (Interlocked.Read(ref _arrived) == handled)
        {
            return true;
        }

        Volatile.Write(ref _idle, 0);
        return false;
    }
}
