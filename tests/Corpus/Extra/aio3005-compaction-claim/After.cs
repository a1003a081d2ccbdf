using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;

namespace Corpus.Extra.Aio3005CompactionClaim.After;

public interface ITableStore
{
    IReadOnlyList<long> PickInputs(int level);
    long Merge(int level, IReadOnlyList<long> inputs);
    void Install(int level, IReadOnlyList<long> inputs, long output);
}

public sealed class CompactionScheduler : IDisposable
{
    private const int MinimumInputs = 2;

    private readonly ITableStore _store;
    private readonly int _levels;
    private readonly Timer _timer;
    private int _compacting;
    private long _completed;
    private long _failed;

    public CompactionScheduler(ITableStore store, int levels, TimeSpan period)
    {
        _store = store;
        _levels = levels;
        _timer = new Timer(static state => ((CompactionScheduler)state).OnTick(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(period, period);
    }

    public long Completed => Interlocked.Read(ref _completed);

    public long Failed => Interlocked.Read(ref _failed);

    public bool IsCompacting => Volatile.Read(ref _compacting) != 0;

    public bool TryCompact(int level)
    {
        if (Interlocked.CompareExchange(ref _compacting, 1, 0) != 0)
        {
            return false;
        }

        try
        {
            return CompactLevel(level);
        }
        finally
        {
            Volatile.Write(ref _compacting, 0);
        }
    }

    public void Dispose() => _timer.Dispose();

    private bool CompactLevel(int level)
    {
        IReadOnlyList<long> inputs = _store.PickInputs(level);
        if (inputs.Count < MinimumInputs)
        {
            return false;
        }

        long output = _store.Merge(level, inputs);
        _store.Install(level, inputs, output);
        Interlocked.Increment(ref _completed);
        return true;
    }

    private void OnTick()
    {
        for (int level = 0; level < _levels; level++)
        {
            try
            {
                if (TryCompact(level))
                {
                    return;
                }
            }
            catch (IOException)
            {
                Interlocked.Increment(ref _failed);
            }
        }
    }
}
