using System;
using System.Threading;

namespace Corpus.Extra.Neg3005AllStripes;

public sealed class Stripes
{
    private readonly object[] _locks = { new object(), new object(), new object(), new object() };
    private int[] _counts = new int[4];

    public void Grow(Func<int[], int[]> grow)
    {
        int taken = 0;
        try
        {
            for (int i = 0; i < _locks.Length; i++)
            {
                bool got = false;
                try
                {
                    Monitor.Enter(_locks[i], ref got);
                }
                finally
                {
                    if (got)
                    {
                        taken++;
                    }
                }
            }

            _counts = grow(_counts);
        }
        finally
        {
            for (int i = 0; i < taken; i++)
            {
                Monitor.Exit(_locks[i]);
            }
        }
    }

    public void Hit(int stripe)
    {
        Monitor.Enter(_locks[stripe]);
        _counts[stripe]++;
        Monitor.Exit(_locks[stripe]);
    }
}
