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
        var count = capacity == 1 ? Items / 4 : Items;
        Party.Run(
            () =>
            {
                var spin = default(SpinWait);
                for (var i = 0; i < count; i++)
                {
                    while (!ring.TryWrite(Events.Of(0, i)))
                    {
                        spin.SpinOnce(sleep1Threshold: -1);
                    }
                }
            },
            () =>
            {
                var next = new int[1];
                var spin = default(SpinWait);
                while (next[0] < count)
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
        Party.Run(
            () =>
            {
                var batch = new IoEvent[80];
                var written = 0;
                while (written < Items)
                {
                    var wanted = Math.Min((written % batch.Length) + 1, Items - written);
                    for (var i = 0; i < wanted; i++)
                    {
                        batch[i] = Events.Of(0, written + i);
                    }

                    var count = ring.Write(batch.AsSpan(0, wanted));
                    written += count;
                    YieldIfNone(count);
                }
            },
            () =>
            {
                var batch = new IoEvent[50];
                var next = new int[1];
                while (next[0] < Items)
                {
                    var count = ring.Read(batch.AsSpan(0, (next[0] % batch.Length) + 1));
                    CheckAll(batch.AsSpan(0, count), next);
                    YieldIfNone(count);
                }
            });
    }

    [Fact]
    public void Several_producers_under_the_completion_lock()
    {
        const int Producers = 3;
        var ring = new AioRing(128);
        Party.Run(
            Producer(0),
            Producer(1),
            Producer(2),
            () =>
            {
                var into = new IoEvent[100];
                var next = new int[Producers];
                for (var seen = 0; seen < Producers * (Items / 4);)
                {
                    var count = ring.Read(into);
                    seen += count;
                    CheckAll(into.AsSpan(0, count), next);
                    YieldIfNone(count);
                }

                Assert.True(ring.IsEmpty);
                Assert.All(next, static count => Assert.Equal(Items / 4, count));
            });

        Action Producer(int source) => () =>
        {
            for (var i = 0; i < Items / 4; i++)
            {
                while (!ring.TryComplete(Events.Of(source, i)))
                {
                    Thread.Yield();
                }
            }
        };
    }

    [Fact]
    public void Several_producers_and_a_reader_of_unmanaged_memory()
    {
        const int Producers = 2;
        using var ring = new MappedRing(100);
        var reader = new MappedRingReader(ring.Address);
        Party.Run(
            Producer(0),
            Producer(1),
            () =>
            {
                var into = new IoEvent[70];
                var next = new int[Producers];
                for (var seen = 0; seen < Producers * (Items / 4);)
                {
                    var count = reader.Drain(into);
                    seen += count;
                    CheckAll(into.AsSpan(0, count), next);
                    YieldIfNone(count);
                }

                Assert.Equal(0, reader.Drain(into));
            });

        Action Producer(int source) => () =>
        {
            for (var i = 0; i < Items / 4; i++)
            {
                while (!ring.TryComplete(Events.Of(source, i)))
                {
                    Thread.Yield();
                }
            }
        };
    }

    [Fact]
    public void The_count_stays_in_its_bounds_for_everybody()
    {
        var ring = new SpscRing<int>(4);
        var done = false;
        Party.Run(
            () =>
            {
                for (var i = 0; i < Items; i++)
                {
                    while (!ring.TryWrite(i))
                    {
                        Thread.Yield();
                    }
                }
            },
            () =>
            {
                for (var i = 0; i < Items; i++)
                {
                    while (!ring.TryRead(out _))
                    {
                        Thread.Yield();
                    }
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
}
