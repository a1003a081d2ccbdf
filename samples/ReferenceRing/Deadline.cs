using System;
using System.Diagnostics;
using System.Threading;

namespace ReferenceRing;

/// <summary>The end of a timeout. All that the ring knows about time is here.</summary>
public readonly struct Deadline
{
    private const long Never = long.MaxValue;

    private readonly long _end;

    private Deadline(long end)
    {
        _end = end;
    }

    /// <summary>Whether the time is up.</summary>
    public bool IsExpired => _end != Never && Stopwatch.GetTimestamp() >= _end;

    /// <summary>What is left, in milliseconds, rounded up; <see cref="Timeout.Infinite"/> when there is no end.</summary>
    public int Milliseconds
    {
        get
        {
            if (_end == Never)
            {
                return Timeout.Infinite;
            }

            var left = Math.Max(0, _end - Stopwatch.GetTimestamp());
            return (int)Math.Min(Math.Ceiling(left * 1000.0 / Stopwatch.Frequency), int.MaxValue);
        }
    }

    /// <summary>The end of a time that begins now.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative, and not <see cref="Timeout.InfiniteTimeSpan"/>.</exception>
    public static Deadline After(TimeSpan timeout)
    {
        if (timeout == Timeout.InfiniteTimeSpan)
        {
            return new Deadline(Never);
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(timeout, TimeSpan.Zero);
        var now = Stopwatch.GetTimestamp();
        var length = timeout.TotalSeconds * Stopwatch.Frequency;
        return new Deadline(length < Never - now ? now + (long)length : Never);
    }
}
