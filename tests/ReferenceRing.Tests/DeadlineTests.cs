using System;
using System.Threading;
using Xunit;

namespace ReferenceRing.Tests;

public sealed class DeadlineTests
{
    [Fact]
    public void Infinite_never_expires()
    {
        var deadline = Deadline.After(Timeout.InfiniteTimeSpan);
        Assert.False(deadline.IsExpired);
        Assert.Equal(Timeout.Infinite, deadline.Milliseconds);
    }

    [Fact]
    public void Zero_is_expired()
    {
        var deadline = Deadline.After(TimeSpan.Zero);
        Assert.True(deadline.IsExpired);
        Assert.Equal(0, deadline.Milliseconds);
    }

    [Fact]
    public void A_time_that_does_not_fit_a_wait_is_cut_and_one_that_does_not_fit_the_clock_has_no_end()
    {
        Assert.Equal(int.MaxValue, Deadline.After(TimeSpan.FromDays(100)).Milliseconds);
        Assert.False(Deadline.After(TimeSpan.MaxValue).IsExpired);
        Assert.Equal(Timeout.Infinite, Deadline.After(TimeSpan.MaxValue).Milliseconds);
    }

    [Fact]
    public void Negative_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => Deadline.After(TimeSpan.FromMilliseconds(-2)));

    [Fact]
    public void What_is_left_is_rounded_up_so_that_nobody_wakes_early()
    {
        var deadline = Deadline.After(TimeSpan.FromMilliseconds(5));
        while (!deadline.IsExpired)
        {
            Thread.Sleep(deadline.Milliseconds);
        }

        Assert.Equal(0, deadline.Milliseconds);
    }
}
