using System;
using System.Threading;
using Xunit;

namespace ReferenceRing.Tests.Stress;

/// <summary>Every event is seen exactly once, whole, and in the order of its source.</summary>
public sealed class RingStressTests
{
    private const int Items = 1_000_000;

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(256)]
    public void One_producer_and_one_consumer_singly(int capacity)
    {
        var ring = new SpscRing<IoEvent>(capacity);
        var quota = new Quota(1, Items);
        Party.Run(
            () =>
            {
                var sent = 0;
                for (var spin = default(SpinWait); quota.Goes(sent); sent++)
                {
                    while (!ring.TryWrite(Events.Of(0, sent)))
                    {
                        spin.SpinOnce(sleep1Threshold: -1);
                    }
                }

                quota.Close(sent);
            },
            () =>
            {
                var next = new int[1];
                for (var spin = default(SpinWait); !quota.IsAll(next[0]);)
                {
                    if (ring.TryRead(out var taken))
                    {
                        Events.CheckNext(taken, next);
                    }
                    else
                    {
                        spin.SpinOnce(sleep1Threshold: -1);
                    }
                }

                Assert.False(ring.TryRead(out _));
            });
    }

    [Fact]
    public void One_producer_and_one_consumer_in_batches_of_all_sizes()
    {
        var ring = new SpscRing<IoEvent>(64);
        var quota = new Quota(1, Items);
        Party.Run(
            () =>
            {
                var batch = new IoEvent[80];
                var sent = 0;
                while (quota.Goes(sent))
                {
                    var wanted = (sent % batch.Length) + 1;
                    for (var i = 0; i < wanted; i++)
                    {
                        batch[i] = Events.Of(0, sent + i);
                    }

                    var count = ring.Write(batch.AsSpan(0, wanted));
                    sent += count;
                    YieldIfNone(count);
                }

                quota.Close(sent);
            },
            () =>
            {
                var batch = new IoEvent[50];
                var next = new int[1];
                while (!quota.IsAll(next[0]))
                {
                    var count = ring.Read(batch.AsSpan(0, (next[0] % batch.Length) + 1));
                    CheckAll(batch.AsSpan(0, count), next);
                    YieldIfNone(count);
                }

                Assert.True(ring.IsEmpty);
            });
    }

    [Fact]
    public void Several_producers_under_the_completion_lock()
    {
        var ring = new AioRing(128);
        RunProducers(3, (in IoEvent completed) => ring.TryComplete(completed), ring.Read);
    }

    [Fact]
    public void Several_producers_and_a_reader_of_unmanaged_memory()
    {
        using var ring = new MappedRing(100);
        var reader = new MappedRingReader(ring.Address);
        RunProducers(2, (in IoEvent completed) => ring.TryComplete(completed), reader.Drain);
    }

    [Fact]
    public void The_count_stays_in_its_bounds_for_everybody()
    {
        var ring = new SpscRing<int>(4);
        var quota = new Quota(1, Items);
        var done = false;
        Party.Run(
            () =>
            {
                var sent = 0;
                for (; quota.Goes(sent); sent++)
                {
                    while (!ring.TryWrite(sent))
                    {
                        Thread.Yield();
                    }
                }

                quota.Close(sent);
            },
            () =>
            {
                for (var seen = 0; !quota.IsAll(seen);)
                {
                    var count = ring.TryRead(out _) ? 1 : 0;
                    seen += count;
                    YieldIfNone(count);
                }

                Volatile.Write(ref done, true);
            },
            () =>
            {
                while (!Volatile.Read(ref done))
                {
                    if (ring.Count is < 0 or > 4)
                    {
                        Assert.Fail("The count is out of its bounds.");
                    }
                }
            });
    }

    private static void RunProducers(int producers, Completer complete, Reader read)
    {
        var quota = new Quota(producers, Items / 4);
        var members = new Action[producers + 1];
        for (var source = 0; source < producers; source++)
        {
            members[source] = Producer(source);
        }

        members[producers] = () =>
        {
            var into = new IoEvent[70];
            var next = new int[producers];
            for (var seen = 0; !quota.IsAll(seen);)
            {
                var count = read(into);
                seen += count;
                CheckAll(into.AsSpan(0, count), next);
                YieldIfNone(count);
            }

            Assert.Equal(0, read(into));
        };
        Party.Run(members);

        Action Producer(int source) => () =>
        {
            var sent = 0;
            for (; quota.Goes(sent); sent++)
            {
                while (!complete(Events.Of(source, sent)))
                {
                    Thread.Yield();
                }
            }

            quota.Close(sent);
        };
    }

    private static void CheckAll(ReadOnlySpan<IoEvent> taken, int[] next)
    {
        foreach (ref readonly var one in taken)
        {
            Events.CheckNext(one, next);
        }
    }

    private static void YieldIfNone(int count)
    {
        if (count == 0)
        {
            Thread.Yield();
        }
    }

    private delegate bool Completer(in IoEvent completed);

    private delegate int Reader(Span<IoEvent> into);
}
