using System;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio4001InLambda.Before;

public sealed class Fan
{
    private int _left;
    private volatile bool _done;

    public bool IsDone => _done;

    public void Run(Action[] parts)
    {
        Volatile.Write(ref _left, parts.Length);
        foreach (Action part in parts)
        {
            Task.Run(() =>
            {
                part();
                int left = Interlocked.Decrement(ref _left);
                if (left == 0)
                {
                    Interlocked.MemoryBarrier();
                    _done = true;
                }
            });
        }
    }
}
