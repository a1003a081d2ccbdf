using System;
using System.Runtime.CompilerServices;
using Xunit;

namespace ReferenceRing.Tests;

public sealed class AioRingTests
{
    [Fact]
    public void Events_come_out_whole_and_in_order()
    {
        var ring = new AioRing(4);
        Assert.True(ring.TryComplete(Events.Of(1, 0)));
        Assert.Equal(3, ring.Complete([Events.Of(1, 1), Events.Of(1, 2), Events.Of(1, 3), Events.Of(1, 4)]));
        Assert.False(ring.TryComplete(Events.Of(1, 4)));
        Assert.Equal(4, ring.Count);

        Assert.True(ring.TryRead(out var first));
        Assert.Equal(Events.Of(1, 0), first);
        var rest = new IoEvent[8];
        Assert.Equal(3, ring.Read(rest));
        Assert.Equal([Events.Of(1, 1), Events.Of(1, 2), Events.Of(1, 3)], rest[..3]);
        Assert.True(ring.IsEmpty);
    }

    [Fact]
    public void Header_says_what_the_kernels_would()
    {
        var ring = new AioRing(4);
        Assert.Equal(3, ring.Complete([Events.Of(0, 0), Events.Of(0, 1), Events.Of(0, 2)]));
        Assert.True(ring.TryRead(out _));
        Assert.True(ring.TryRead(out _));
        Assert.Equal(2, ring.Complete([Events.Of(0, 3), Events.Of(0, 4)]));

        var header = ring.Header;
        Assert.Equal((ring.Id, 4u, 2u, 1u), (header.Id, header.Nr, header.Head, header.Tail));
        Assert.Equal((0xa10a10a1u, 1u, 0u, 32u), (header.Magic, header.CompatFeatures, header.IncompatFeatures, header.HeaderLength));
    }

    [Fact]
    public void Layout_is_the_kernels()
    {
        Assert.Equal(32, Unsafe.SizeOf<AioRingHeader>());
        Assert.Equal(32, Unsafe.SizeOf<IoEvent>());
    }

    [Fact]
    public void Each_ring_has_a_number_of_its_own() => Assert.NotEqual(new AioRing(1).Id, new AioRing(1).Id);

    [Fact]
    public void Capacity_out_of_range_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new AioRing(0));
}
