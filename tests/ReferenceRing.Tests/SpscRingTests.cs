using System;
using System.Linq;
using System.Runtime.CompilerServices;
using Xunit;

namespace ReferenceRing.Tests;

public sealed class SpscRingTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 4)]
    [InlineData(1000, 1024)]
    public void Capacity_is_rounded_up_to_a_power_of_two(int asked, int expected) => Assert.Equal(expected, new SpscRing<int>(asked).Capacity);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(SpscRing<int>.MaximumCapacity + 1)]
    public void Capacity_out_of_range_is_refused(int capacity) =>
        Assert.Throws<ArgumentOutOfRangeException>("capacity", () => new SpscRing<int>(capacity));

    [Fact]
    public void Is_full_at_its_capacity_and_empty_after_as_many_reads()
    {
        var ring = new SpscRing<int>(4);
        for (var i = 0; i < 4; i++)
        {
            Assert.True(ring.TryWrite(i));
        }

        Assert.False(ring.TryWrite(4));
        Assert.Equal(4, ring.Count);
        for (var i = 0; i < 4; i++)
        {
            Assert.True(ring.TryRead(out var read));
            Assert.Equal(i, read);
        }

        Assert.False(ring.TryRead(out var none));
        Assert.Equal(0, none);
        Assert.True(ring.IsEmpty);
    }

    [Fact]
    public void A_batch_is_written_as_far_as_there_is_room_and_read_as_far_as_it_fits()
    {
        var ring = new SpscRing<int>(8);
        Assert.Equal(5, ring.Write([0, 1, 2, 3, 4]));
        Assert.Equal(3, ring.Write([5, 6, 7, 8, 9]));
        Assert.Equal(0, ring.Write([8]));

        var read = new int[6];
        Assert.Equal(6, ring.Read(read));
        Assert.Equal([0, 1, 2, 3, 4, 5], read);
        Assert.Equal(2, ring.Read(read));
        Assert.Equal([6, 7], read[..2]);
        Assert.Equal(0, ring.Read(read));
    }

    [Fact]
    public void Empty_batches_do_nothing()
    {
        var ring = new SpscRing<int>(2);
        Assert.Equal(0, ring.Write([]));
        Assert.True(ring.TryWrite(1));
        Assert.Equal(0, ring.Read([]));
        Assert.Equal(1, ring.Count);
    }

    [Fact]
    public void Order_holds_over_many_rounds_of_the_slots()
    {
        var ring = new SpscRing<int>(4);
        var written = 0;
        var next = 0;
        var into = new int[3];
        for (var round = 0; round < 100; round++)
        {
            written += ring.Write([written, written + 1, written + 2]);
            foreach (var read in into[..ring.Read(into.AsSpan(0, (round % 3) + 1))])
            {
                Assert.Equal(next++, read);
            }
        }

        Assert.Equal(written - next, ring.Count);
        Assert.True(next > 100);
    }

    [Fact]
    public void Positions_wrap_around()
    {
        var ring = new SpscRing<int>(2);
        Positions(ring).Head = Positions(ring).Tail = Positions(ring).HeadSeen = Positions(ring).TailSeen = int.MaxValue;

        Assert.Equal(2, ring.Write([1, 2, 3]));
        Assert.Equal(int.MinValue + 1, ring.Tail);
        Assert.Equal(2, ring.Count);
        Assert.False(ring.TryWrite(3));
        Assert.True(ring.TryRead(out var first));
        Assert.True(ring.TryRead(out var second));
        Assert.Equal((1, 2), (first, second));
        Assert.False(ring.TryRead(out _));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_was_read_is_not_kept_alive(bool batch)
    {
        var ring = new SpscRing<object>(4);
        var gone = WriteAndRead(ring, batch);

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.All(gone, static reference => Assert.False(reference.TryGetTarget(out _)));
        GC.KeepAlive(ring);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference<object>[] WriteAndRead(SpscRing<object> ring, bool batch)
    {
        object[] items = [new(), new()];
        Assert.Equal(2, ring.Write(items));
        if (batch)
        {
            Assert.Equal(2, ring.Read(new object[2]));
        }
        else
        {
            Assert.True(ring.TryRead(out _));
            Assert.True(ring.TryRead(out _));
        }

        return [.. items.Select(static item => new WeakReference<object>(item))];
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_positions")]
    private static extern ref RingPositions Positions(SpscRing<int> ring);
}
