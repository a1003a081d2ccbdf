using System;
using System.Threading;
using SeeTheBug;
using Xunit;

namespace ReferenceRing.Tests.Stress;

/// <summary>No wake-up is lost: whoever waits without end gets its events, and the test comes to its end. No event is lost, and none seen twice.</summary>
public sealed class KioContextStressTests
{
    private const ulong End = ulong.MaxValue;

    [Fact]
    public void A_reader_that_waits_for_each_event_gets_it()
    {
        using var context = new KioContext(1);
        var quota = new Quota(1, 30_000);
        Party.Run(
            () =>
            {
                var sent = 0;
                for (; quota.Goes(sent); sent++)
                {
                    Send(context, (ulong)sent);
                }

                Send(context, End);
            },
            () =>
            {
                ulong expected = 0;
                for (ulong seen; (seen = ReceiveOne(context)) != End; expected++)
                {
                    Assert.Equal(expected, seen);
                }
            });
    }

    [Fact]
    public void Two_that_answer_each_other_never_wait_for_ever()
    {
        using var there = new KioContext(2);
        using var back = new KioContext(2);
        var quota = new Quota(1, 20_000);
        Party.Run(
            () =>
            {
                var sent = 0;
                for (; quota.Goes(sent); sent++)
                {
                    Send(there, (ulong)sent);
                    Assert.Equal((ulong)sent, ReceiveOne(back));
                }

                Send(there, End);
            },
            () =>
            {
                for (ulong seen; (seen = ReceiveOne(there)) != End;)
                {
                    Send(back, seen);
                }
            });
    }

    [Theory]
    [InlineData(16)]
    [InlineData(2)]
    public void Several_readers_and_completers_share_all_events_exactly_once(int capacity) => Share(
        capacity,
        static (context, into) => context.ReadEvents(1, into, Timeout.InfiniteTimeSpan),
        static (context, into) => context.ReadEvents(3, into, Timeout.InfiniteTimeSpan));

    [Fact]
    public void Readers_that_give_up_take_no_wake_up_along()
    {
        var round = 0;
        // The first waits without end, and so hangs when a wake-up is spent on the other, which leaves without the event.
        Share(
            4,
            static (context, into) => context.ReadEvents(1, into[..1], Timeout.InfiniteTimeSpan),
            (context, into) =>
            {
                if (round++ % 2 != 0)
                {
                    return context.ReadEvents(1, into[..1], TimeSpan.FromMilliseconds(round % 3 * 0.05));
                }

                using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(1));
                try
                {
                    return context.ReadEvents(1, into[..1], Timeout.InfiniteTimeSpan, source.Token);
                }
                catch (OperationCanceledException)
                {
                    return 0;
                }
            });
    }

    [Fact]
    public void Of_a_waker_and_a_waiter_one_sees_the_other()
    {
        var queue = new WaitQueue();
        var waiter = new Waiter(queue);
        var meeting = new Meeting();
        var quota = new Quota(1, 100_000);
        // Handed over by the meetings, but for the condition.
        var condition = 0;
        var stop = false;
        var woken = false;
        var missed = 0;
        Party.Run(
            () =>
            {
                for (var round = 0; quota.Goes(round); round++)
                {
                    meeting.Arrive();
                    // Now earlier, now later: the waiter has a lock to take before it looks.
                    Thread.SpinWait(round % 16);
                    Volatile.Write(ref condition, 1);
                    woken = queue.WakeOneIfWaiting();
                    meeting.Arrive();
                }

                stop = true;
                meeting.Arrive();
            },
            () =>
            {
                while (true)
                {
                    meeting.Arrive();
                    if (stop)
                    {
                        return;
                    }

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

    /// <summary>Two threads complete, and two read, until all is read. A wake-up that is lost leaves events behind, and the context is never closed.</summary>
    private static void Share(int capacity, Reader first, Reader second)
    {
        using var context = new KioContext(capacity);
        var quota = new Quota(2, 40_000);
        var seen = new int[quota.Limit];
        var counted = 0;
        Party.Run(
            () => CompleteAll(first: 0),
            () => CompleteAll(first: 1),
            () => ReadAll(first),
            () => ReadAll(second),
            () =>
            {
                while (!quota.IsClosed || context.Available != context.Capacity)
                {
                    Thread.Sleep(1);
                }

                context.Dispose();
            });
        Assert.True(quota.IsAll(counted));
        Assert.DoesNotContain(seen, static count => count > 1);

        void CompleteAll(int first)
        {
            var sent = 0;
            for (; quota.Goes(sent); sent++)
            {
                Send(context, (ulong)((2 * sent) + first));
            }

            quota.Close(sent);
        }

        void ReadAll(Reader read)
        {
            var into = new IoEvent[4];
            try
            {
                while (true)
                {
                    var count = read(context, into);
                    for (var i = 0; i < count; i++)
                    {
                        Assert.Equal((long)into[i].Data, into[i].Result);
                        Interlocked.Increment(ref seen[into[i].Data]);
                    }

                    Interlocked.Add(ref counted, count);
                }
            }
            catch (ObjectDisposedException)
            {
            }
        }
    }

    private static void Send(KioContext context, ulong data)
    {
        IoRequest? request;
        while ((request = context.TrySubmit(data)) is null)
        {
            Thread.Yield();
        }

        context.Complete(request, (long)data);
    }

    private static ulong ReceiveOne(KioContext context)
    {
        var into = new IoEvent[1];
        Assert.Equal(1, context.ReadEvents(1, into, Timeout.InfiniteTimeSpan));
        return into[0].Data;
    }

    private delegate int Reader(KioContext context, Span<IoEvent> into);
}
