using System;
using System.Collections.Generic;
using System.Threading;
using Xunit;

namespace ReferenceRing.Tests;

public sealed class BottomHalfTests
{
    private static readonly Deadline Now = Deadline.After(TimeSpan.Zero);

    private readonly AioContext _context = new();
    private int _runs;

    [Fact]
    public void Runs_once_for_many_schedulings_and_notifies_once()
    {
        var half = Counting();
        Assert.True(half.Schedule());
        Assert.False(half.Schedule());
        Assert.True(_context.Wait(Now));
        Assert.False(_context.Wait(Now));

        Assert.True(_context.Poll());
        Assert.False(_context.Poll());
        Assert.Equal(1, _runs);
        Assert.True(half.Schedule());
    }

    [Fact]
    public void Does_not_run_unscheduled()
    {
        Counting();
        Assert.False(_context.Poll());
        Assert.Equal(0, _runs);
    }

    [Fact]
    public void Idle_runs_without_notice_and_is_no_progress()
    {
        Counting().ScheduleIdle();
        Assert.False(_context.Wait(Now));
        Assert.False(_context.Poll());
        Assert.Equal(1, _runs);
    }

    [Fact]
    public void Scheduled_after_idle_notifies()
    {
        var half = Counting();
        half.ScheduleIdle();
        Assert.True(half.Schedule());
        Assert.True(_context.Wait(Now));
        Assert.True(_context.Poll());
        Assert.Equal(1, _runs);
    }

    [Fact]
    public void Idle_after_scheduled_runs_once()
    {
        var half = Counting();
        half.Schedule();
        half.ScheduleIdle();
        Assert.True(_context.Wait(Now));
        _context.Poll();
        Assert.False(_context.Poll());
        Assert.Equal(1, _runs);
    }

    [Fact]
    public void Scheduled_during_its_run_it_runs_again()
    {
        BottomHalf? half = null;
        half = _context.CreateBottomHalf(() =>
        {
            if (++_runs < 3)
            {
                Assert.True(half!.Schedule());
            }
        });

        half.Schedule();
        for (var run = 1; run <= 3; run++)
        {
            Assert.True(_context.Poll());
            Assert.Equal(run, _runs);
        }

        Assert.False(_context.Poll());
    }

    [Fact]
    public void Cancelled_it_does_not_run_until_scheduled_again()
    {
        var half = Counting();
        Assert.False(half.Cancel());
        half.Schedule();
        Assert.True(half.Cancel());
        Assert.False(_context.Poll());
        Assert.True(half.Schedule());
        Assert.True(_context.Poll());
        Assert.Equal(1, _runs);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Deleted_while_scheduled_it_does_not_run(bool idle)
    {
        var half = Counting();
        if (idle)
        {
            half.ScheduleIdle();
        }
        else
        {
            half.Schedule();
        }

        half.Delete();
        Assert.False(_context.Poll());
        Assert.Equal(0, _runs);
    }

    [Fact]
    public void Deleted_it_cannot_be_scheduled()
    {
        var half = Counting();
        half.Delete();
        Assert.Throws<InvalidOperationException>(() => half.Schedule());
        Assert.Throws<InvalidOperationException>(half.ScheduleIdle);
    }

    [Fact]
    public void Deleted_ones_leave_the_list_and_the_others_stay_in_it()
    {
        var halves = new List<BottomHalf>();
        for (var i = 0; i < 6; i++)
        {
            halves.Add(Counting());
        }

        foreach (var deleted in (int[])[0, 2, 3, 5])
        {
            halves[deleted].Delete();
        }

        _context.Poll();
        Assert.Null(halves[1].Next);
        Assert.Same(halves[1], halves[4].Next);
        halves[1].Schedule();
        halves[4].Schedule();
        _context.Poll();
        Assert.Equal(2, _runs);
    }

    [Fact]
    public void May_delete_itself_and_create_another()
    {
        BottomHalf? half = null;
        half = _context.CreateBottomHalf(() =>
        {
            half!.Delete();
            Counting().Schedule();
        });

        half.Schedule();
        Assert.True(_context.Poll());
        Assert.True(_context.Poll());
        Assert.Equal(1, _runs);
    }

    [Fact]
    public void A_callback_that_throws_keeps_nothing_from_running_later()
    {
        var counting = Counting();
        var failing = _context.CreateBottomHalf(static () => throw new NotSupportedException());
        counting.Schedule();
        failing.Schedule();

        Assert.Throws<NotSupportedException>(() => _context.RunOnce(TimeSpan.Zero));
        Assert.True(_context.RunOnce(TimeSpan.Zero));
        Assert.Equal(1, _runs);
    }

    [Fact]
    public void A_callback_must_not_poll()
    {
        _context.CreateBottomHalf(() => _context.Poll()).Schedule();
        Assert.Throws<InvalidOperationException>(() => _context.Poll());
        Assert.False(_context.Poll());
    }

    [Fact]
    public void A_wait_ends_when_notified() => Party.Run(
        () => Assert.True(_context.Wait(Deadline.After(Timeout.InfiniteTimeSpan))),
        () =>
        {
            Thread.Sleep(5);
            _context.Notify();
        });

    [Fact]
    public void A_wait_ends_when_the_time_is_up() => Assert.False(_context.Wait(Deadline.After(TimeSpan.FromMilliseconds(2))));

    [Fact]
    public void The_loop_runs_what_others_schedule_until_it_is_stopped()
    {
        using var stop = new CancellationTokenSource();
        var urgent = Counting();
        var idle = _context.CreateBottomHalf(stop.Cancel);
        Party.Run(
            () => _context.Run(stop.Token),
            () =>
            {
                urgent.Schedule();
                Thread.Sleep(5);
                idle.ScheduleIdle();
            });
        Assert.Equal(1, _runs);
    }

    private BottomHalf Counting() => _context.CreateBottomHalf(() => _runs++);
}
