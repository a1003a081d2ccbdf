using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio3005CancelledUnderLock.Before;

public sealed class SegmentMerge
{
    private readonly Lock _sync = new Lock();
    private readonly List<long> _merged = new List<long>();

    public int Merge(long[] segment, CancellationToken stop)
    {
        _sync.Enter();
        foreach (long value in segment)
        {
            stop.ThrowIfCancellationRequested();
            _merged.Add(value);
        }

        int count = _merged.Count;
        _sync.Exit();
        return count;
    }
}
