using System;
using System.Linq;
using System.Threading;
using Xunit;

namespace ReferenceRing.Tests.Stress;

/// <summary>No wake-up is lost: whoever waits without end gets its events, and the test comes to its end. No event is lost, and none seen twice.</summary>
public sealed class KioContextStressTests
{
    [Fact]
    public void A_reader_that_waits_for_each_event_gets_it()
    {
        const int Rounds = 30_000;
        using var context = new KioContext(1);
        Party.Run(
            () =>
            {
                for (var i = 0; i < Rounds; i++)
                {
                    context.Complete(Submit(context, (ulong)i), i);
                }
            },
            () =>
            {
                var into = new IoEvent[1];
                for (var i = 0; i < Rounds; i++)
                {
                    Assert.Equal(1, context.ReadEvents(1, into, Timeout.InfiniteTimeSpan));
                    Assert.Equal((ulong)i, into[0].Data);
                }
            });
    }

    [Fact]
    public void Two_that_answer_each_other_never_wait_for_ever()
    {
        const int Rounds = 20_000;
        using var there = new KioContext(2);
        using var back = new KioContext(2);
        Party.Run(
            () => PlayBall(there, back, Rounds, first: true),
            () => PlayBall(back, there, Rounds, first: false));
    }

    [Fact]
    public void Several_readers_and_completers_share_all_events_exactly_once()
    {
        const int Events = 40_000;
        using var context = new KioContext(16);
        var seen = new int[2 * Events];
        Party.Run(
            () => CompleteRange(context, 0, Events),
            () => CompleteRange(context, Events, 2 * Events),
            () => ReadShare(context, seen, Events, minimum: 1),
            () => ReadShare(context, seen, Events, minimum: 3));
        Assert.All(seen, static count => Assert.Equal(1, count));
    }

    [Fact]
    public void Readers_that_give_up_take_no_wake_up_along()
    {
        const int Events = 20_000;
        using var context = new KioContext(4);
        var seen = new int[Events];
        var left = Events;
        Party.Run(
            () => CompleteRange(context, 0, Events),
            () =>
            {
                // Waits without end, and so hangs when a wake-up is spent on one of the others that leaves without the event.
                var into = new IoEvent[1];
                try
                {
                    while (true)
                    {
                        Count(into.AsSpan(0, context.ReadEvents(1, into, Timeout.InfiniteTimeSpan)));
                    }
                }
                catch (ObjectDisposedException)
                {
                }
            },
            () =>
            {
                var into = new IoEvent[1];
                var round = 0;
                while (Volatile.Read(ref left) > 0)
                {
                    try
                    {
                        using var source = new CancellationTokenSource();
                        if (round++ % 2 == 0)
                        {
                            source.CancelAfter(TimeSpan.FromMilliseconds(1));
                            Count(into.AsSpan(0, context.ReadEvents(1, into, Timeout.InfiniteTimeSpan, source.Token)));
                        }
                        else
                        {
                            Count(into.AsSpan(0, context.ReadEvents(1, into, TimeSpan.FromMilliseconds(round % 3 * 0.05))));
                        }
                    }
                    catch (OperationCanceledException)
                    {
                    }
                    catch (ObjectDisposedException)
                    {
                        return;
                    }
                }
            });
        Assert.All(seen, static count => Assert.Equal(1, count));

        void Count(ReadOnlySpan<IoEvent> taken)
        {
            foreach (var one in taken)
            {
                Interlocked.Increment(ref seen[one.Data]);
                if (Interlocked.Decrement(ref left) == 0)
                {
                    context.Dispose();
                }
            }
        }
    }

    [Fact]
    public void Of_a_waker_and_a_waiter_one_sees_the_other()
    {
        const int Rounds = 100_000;
        var queue = new WaitQueue();
        var waiter = new Waiter(queue);
        var condition = 0;
        var woken = false;
        var missed = 0;
        var meeting = new Meeting();
        Party.Run(
            () =>
            {
                for (var i = 0; i < Rounds; i++)
                {
                    meeting.Arrive();
                    // Now earlier, now later: the waiter has a lock to take before it looks.
                    Thread.SpinWait(i % 16);
                    Volatile.Write(ref condition, 1);
                    woken = queue.WakeOneIfWaiting();
                    meeting.Arrive();
                }
            },
            () =>
            {
                for (var i = 0; i < Rounds; i++)
                {
                    meeting.Arrive();
                    queue.Prepare(waiter);
                    var sleeps = Volatile.Read(ref condition) == 0;
                    meeting.Arrive();
                    missed += sleeps && !woken ? 1 : 0;
                    queue.Finish(waiter);
                    Volatile.Write(ref condition, 0);
                }
            });
        Assert.Equal(0, missed);
    }

    private static void PlayBall(KioContext mine, KioContext others, int rounds, bool first)
    {
        var into = new IoEvent[1];
        for (var i = 0; i < rounds; i++)
        {
            if (first)
            {
                others.Complete(Submit(others, (ulong)i), 0);
            }

            Assert.Equal(1, mine.ReadEvents(1, into, Timeout.InfiniteTimeSpan));
            Assert.Equal((ulong)i, into[0].Data);
            if (!first)
            {
                others.Complete(Submit(others, (ulong)i), 0);
            }
        }
    }

    private static void CompleteRange(KioContext context, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            context.Complete(Submit(context, (ulong)i), i);
        }
    }

    private static void ReadShare(KioContext context, int[] seen, int share, int minimum)
    {
        var into = new IoEvent[4];
        for (var left = share; left > 0;)
        {
            var count = context.ReadEvents(Math.Min(minimum, left), into.AsSpan(0, Math.Min(into.Length, left)), Timeout.InfiniteTimeSpan);
            Assert.True(count > 0);
            left -= count;
            foreach (var one in into.Take(count))
            {
                Assert.Equal((long)one.Data, one.Result);
                Interlocked.Increment(ref seen[one.Data]);
            }
        }
    }

    private static IoRequest Submit(KioContext context, ulong data)
    {
        IoRequest? request;
        while ((request = context.TrySubmit(data)) is null)
        {
            Thread.Yield();
        }

        return request;
    }
}
