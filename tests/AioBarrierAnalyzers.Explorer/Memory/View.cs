using System;

namespace AioBarrierAnalyzers.Explorer.Memory;

/// <summary>
/// What a thread, a message or a lock knows of the memory: for each location the oldest message that may still be read, and for each thread how far it had
/// come. The times decide which values can be read; the clock is happens-before, and only the race check looks at it.
/// </summary>
internal sealed class View
{
    private long[] _times = [];
    private int[] _clock = [];

    public long this[int location] => location < _times.Length ? _times[location] : 0;

    public int ClockOf(int thread) => thread < _clock.Length ? _clock[thread] : 0;

    public void Raise(int location, long time)
    {
        if (location >= _times.Length)
        {
            Array.Resize(ref _times, Math.Max(location + 8, 16));
        }

        if (_times[location] < time)
        {
            _times[location] = time;
        }
    }

    /// <summary>Counts one more step of a thread.</summary>
    /// <returns>The number of the step.</returns>
    public int Tick(int thread)
    {
        if (thread >= _clock.Length)
        {
            Array.Resize(ref _clock, thread + 4);
        }

        return ++_clock[thread];
    }

    /// <summary>Joins the other view, times and clock.</summary>
    public void Join(View other)
    {
        JoinTimes(other);
        if (other._clock.Length > _clock.Length)
        {
            Array.Resize(ref _clock, other._clock.Length);
        }

        for (var i = 0; i < other._clock.Length; i++)
        {
            _clock[i] = Math.Max(_clock[i], other._clock[i]);
        }
    }

    /// <summary>Joins the times alone: full fences are ordered among each other, which is no happens-before.</summary>
    public void JoinTimes(View other)
    {
        if (other._times.Length > _times.Length)
        {
            Array.Resize(ref _times, other._times.Length);
        }

        for (var i = 0; i < other._times.Length; i++)
        {
            _times[i] = Math.Max(_times[i], other._times[i]);
        }
    }

    /// <summary>Whether joining the other would change nothing.</summary>
    public bool Includes(View other)
    {
        if (!IncludesTimes(other)) return false;

        for (var i = 0; i < other._clock.Length; i++)
        {
            if (other._clock[i] > ClockOf(i)) return false;
        }

        return true;
    }

    /// <summary>Whether joining the times of the other would change nothing.</summary>
    public bool IncludesTimes(View other)
    {
        for (var i = 0; i < other._times.Length; i++)
        {
            if (other._times[i] > this[i]) return false;
        }

        return true;
    }

    public View Snapshot() => new() { _times = (long[])_times.Clone(), _clock = (int[])_clock.Clone() };
}
