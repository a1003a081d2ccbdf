using System;
using System.Threading;

namespace Corpus.Extra.Aio2006HighWater.After;

internal static class Watermark
{
    public static bool Raise(this ref int target, int candidate)
    {
        int seen = Volatile.Read(ref target);
        while (seen < candidate)
        {
            int found = Interlocked.CompareExchange(ref target, candidate, seen);
            if (found == seen)
            {
                return true;
            }

            seen = found;
        }

        return false;
    }
}

public sealed class PageBudget
{
    private readonly int _limit;
    private readonly Action<int> _onPeak;
    private int _pages;
    private int _peak;
    private int _largestRun;

    public PageBudget(int limit, Action<int> onPeak)
    {
        _limit = limit;
        _onPeak = onPeak;
    }

    public int Pages => Volatile.Read(ref _pages);

    public int Peak => Volatile.Read(ref _peak);

    public int LargestRun => Volatile.Read(ref _largestRun);

    public bool TryReserve(int pages)
    {
        int now = Interlocked.Add(ref _pages, pages);
        if (now > _limit)
        {
            Interlocked.Add(ref _pages, -pages);
            return false;
        }

        _largestRun.Raise(pages);
        if (_peak.Raise(now))
        {
            _onPeak?.Invoke(now);
        }

        return true;
    }

    public void Release(int pages) => Interlocked.Add(ref _pages, -pages);
}
