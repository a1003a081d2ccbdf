using System;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio2001ClaimBit.After;

public sealed class PageClaims
{
    private readonly Action<int> _scan;
    private int _claimed;

    public PageClaims(Action<int> scan)
    {
        _scan = scan;
    }

    public void ScanAll(int workers)
    {
        Parallel.For(0, workers, worker =>
        {
            for (int i = 0; i < 32; i++)
            {
                int page = (worker + i) % 32;
                if (TryClaim(page))
                {
                    _scan(page);
                }
            }
        });
    }

    private bool TryClaim(int page)
    {
        int bit = 1 << page;
        return (Interlocked.Or(ref _claimed, bit) & bit) == 0;
    }
}
