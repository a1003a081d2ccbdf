using System;

namespace AioBarrierAnalyzers.Explorer.Memory;

/// <summary>The last read and the last write of each thread to a location on which races are checked, by vector clocks.</summary>
internal sealed class AccessHistory
{
    private Access[] _reads = [];
    private Access[] _writes = [];

    /// <summary>Notes an access.</summary>
    /// <returns>The site of an access of another thread that it races with, or -1.</returns>
    public int Note(int thread, int step, int site, bool isWrite, bool isOrdered, View view, View? published)
    {
        var race = RaceIn(_writes, thread, isOrdered, view, published);
        if (race < 0 && isWrite)
        {
            race = RaceIn(_reads, thread, isOrdered, view, published);
        }

        ref var own = ref isWrite ? ref _writes : ref _reads;
        if (own.Length <= thread)
        {
            Array.Resize(ref own, thread + 2);
        }

        own[thread] = new Access(step, site, isOrdered);
        return race;
    }

    private static int RaceIn(Access[] accesses, int thread, bool isOrdered, View view, View? published)
    {
        for (var other = 0; other < accesses.Length; other++)
        {
            var access = accesses[other];
            if (other != thread && access.Step != 0 && !(access.IsOrdered && isOrdered)
                && access.Step > view.ClockOf(other) && (published is null || access.Step > published.ClockOf(other)))
            {
                return access.Site;
            }
        }

        return -1;
    }

    private readonly record struct Access(int Step, int Site, bool IsOrdered);
}
