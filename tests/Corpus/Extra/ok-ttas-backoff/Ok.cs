using System;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.OkTtasBackoff;

public sealed class DirtyRegion
{
    private int _lock;
    private int _posted;
    private int _left = int.MaxValue;
    private int _right = int.MinValue;

    public void Mark(int from, int to)
    {
        Acquire();
        _left = Math.Min(_left, from);
        _right = Math.Max(_right, to);
        Release();

        if (_posted == 0 && Interlocked.Exchange(ref _posted, 1) == 0)
        {
            Task.Run(Report);
        }
    }

    private event Action<int, int> Reported;

    public void Subscribe(Action<int, int> handler) => Reported += handler;

    private void Report()
    {
        Interlocked.Exchange(ref _posted, 0);
        Acquire();
        int left = _left;
        int right = _right;
        _left = int.MaxValue;
        _right = int.MinValue;
        Release();
        if (left < right)
        {
            Reported?.Invoke(left, right);
        }
    }

    private void Acquire()
    {
        for (int spins = 4; ; spins = Math.Min(spins * 2, 1024))
        {
            if (Volatile.Read(ref _lock) == 0 && Interlocked.Exchange(ref _lock, 1) == 0)
            {
                return;
            }

            Thread.SpinWait(spins);
        }
    }

    private void Release() => Interlocked.Exchange(ref _lock, 0);
}
