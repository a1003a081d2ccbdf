using System;
using System.Collections.Generic;
using System.Numerics;
using System.Threading;

namespace Corpus.Extra.Aio2002DirtyLevels.After;

public interface ILevelCompactor
{
    bool Compact(int level);
}

public sealed class CompactionError : EventArgs
{
    public CompactionError(int level, Exception exception)
    {
        Level = level;
        Exception = exception;
    }

    public int Level { get; }
    public Exception Exception { get; }
}

public sealed class CompactionScheduler : IThreadPoolWorkItem
{
    private readonly ILevelCompactor _compactor;
    private readonly int _levels;
    private int _dirty;
    private int _running;
    private long _compactions;

    public CompactionScheduler(ILevelCompactor compactor, int levels)
    {
        if (levels < 1 || levels > 31)
            throw new ArgumentOutOfRangeException(nameof(levels));
        _compactor = compactor ?? throw new ArgumentNullException(nameof(compactor));
        _levels = levels;
    }

    public event EventHandler<CompactionError> Failed;

    public long Compactions => Interlocked.Read(ref _compactions);

    public bool IsRunning => Volatile.Read(ref _running) != 0;

    public void LevelChanged(int level)
    {
        if ((uint)level >= (uint)_levels)
            throw new ArgumentOutOfRangeException(nameof(level));

        Interlocked.Or(ref _dirty, 1 << level);
        if (Interlocked.CompareExchange(ref _running, 1, 0) == 0)
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    void IThreadPoolWorkItem.Execute()
    {
        do
        {
            int mask;
            while ((mask = Interlocked.Exchange(ref _dirty, 0)) != 0)
                CompactAll(mask);

            Interlocked.Exchange(ref _running, 0);
        }
        while (Volatile.Read(ref _dirty) != 0 && Interlocked.CompareExchange(ref _running, 1, 0) == 0);
    }

    private void CompactAll(int mask)
    {
        while (mask != 0)
        {
            int level = BitOperations.TrailingZeroCount(mask);
            mask &= mask - 1;
            CompactOne(level, ref mask);
        }
    }

    private void CompactOne(int level, ref int mask)
    {
        try
        {
            bool spilled = _compactor.Compact(level);
            Interlocked.Increment(ref _compactions);
            if (spilled && level + 1 < _levels)
                mask |= 1 << (level + 1);
        }
        catch (Exception exception)
        {
            Failed?.Invoke(this, new CompactionError(level, exception));
        }
    }
}
