using System;
using System.Threading;
using Xunit;

namespace ReferenceRing.Tests.Stress;

public sealed class BottomHalfStressTests
{
    [Fact]
    public void All_work_that_was_written_before_a_scheduling_is_seen_by_a_run()
    {
        const int Work = 150_000;
        var context = new AioContext();
        using var stop = new CancellationTokenSource();
        var written = new int[2 * 32];
        var done = new int[2 * 32];
        var runs = 0;
        var notices = 0;
        BottomHalf half = context.CreateBottomHalf(() =>
        {
            runs++;
            // Plain reads: the scheduling is what makes them right.
            done[0] = written[0];
            done[32] = written[32];
            if (done[0] == Work && done[32] == Work)
            {
                stop.Cancel();
            }
        });
        // No rescue by the loop's own pace: a lost run of the callback ends the test with a time-out.
        Party.Run(Scheduler(0), Scheduler(32), () =>
        {
            while (!stop.IsCancellationRequested)
            {
                context.RunOnce(Timeout.InfiniteTimeSpan);
            }
        });
        Assert.Equal((Work, Work), (done[0], done[32]));
        // What was scheduled after the callback had seen everything.
        context.Poll();
        // A scheduling that notifies has one run, and no other has.
        Assert.Equal(notices, runs);

        Action Scheduler(int place) => () =>
        {
            for (var i = 1; i <= Work; i++)
            {
                written[place] = i;
                if (half.Schedule())
                {
                    Interlocked.Increment(ref notices);
                }
            }

            // The last run may have been of the other's making: the loop must not sleep when the token is cancelled.
            stop.Token.WaitHandle.WaitOne();
            context.Notify();
        };
    }

    [Fact]
    public void Halves_that_come_and_go_run_as_often_as_they_notify()
    {
        const int Halves = 20_000;
        var context = new AioContext();
        var done = false;
        var runs = 0;
        var scheduled = 0;
        Party.Run(
            () =>
            {
                for (var i = 0; i < Halves; i++)
                {
                    BottomHalf? half = null;
                    half = context.CreateBottomHalf(() =>
                    {
                        runs++;
                        half!.Delete();
                    });
                    if (i % 4 == 0)
                    {
                        half.Schedule();
                        // Either this takes the scheduling back, or the callback runs: never both, never neither.
                        if (half.Cancel())
                        {
                            half.Delete();
                            continue;
                        }
                    }
                    else
                    {
                        half.Schedule();
                    }

                    scheduled++;
                }

                Volatile.Write(ref done, true);
                context.Notify();
            },
            () =>
            {
                while (!Volatile.Read(ref done))
                {
                    context.RunOnce(Timeout.InfiniteTimeSpan);
                }

                context.Poll();
                context.Poll();
            });
        Assert.Equal(scheduled, runs);
    }
}
