using System;
using Xunit;

namespace ReferenceRing.Tests;

public sealed unsafe class MappedRingTests
{
    [Fact]
    public void Reader_takes_whole_events_in_order_over_the_end_of_the_memory()
    {
        using var ring = new MappedRing(5, id: 7);
        var reader = new MappedRingReader(ring.Address);
        var next = new int[1];
        var into = new IoEvent[3];
        var written = 0;
        for (var round = 0; round < 20; round++)
        {
            while (ring.TryComplete(Events.Of(0, written)))
            {
                written++;
            }

            foreach (var taken in into[..reader.Drain(into)])
            {
                Events.CheckNext(taken, next);
            }
        }

        Assert.Equal(7u, ((AioRingHeader*)ring.Address)->Id);
        Assert.Equal(60, next[0]);
        Assert.Equal(61, written);
    }

    [Fact]
    public void Holds_one_event_less_than_it_has_slots()
    {
        using var ring = new MappedRing(2);
        Assert.True(ring.TryComplete(Events.Of(0, 0)));
        Assert.False(ring.TryComplete(Events.Of(0, 1)));
    }

    [Fact]
    public void Empty_ring_gives_nothing()
    {
        using var ring = new MappedRing(2);
        Assert.Equal(0, new MappedRingReader(ring.Address).Drain(new IoEvent[1]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(MappedRing.MaximumSlots + 1)]
    public void Slots_out_of_range_are_refused(int slots) => Assert.Throws<ArgumentOutOfRangeException>("slots", () => new MappedRing(slots));

    [Theory]
    [InlineData(0)]
    [InlineData(12)]
    public void No_address_of_a_ring_is_refused(int address) => Assert.Throws<ArgumentException>("context", () => new MappedRingReader(address));

    [Fact]
    public void What_a_reader_does_not_know_is_refused()
    {
        AssertRefused(static header => header->Magic = 0);
        AssertRefused(static header => header->IncompatFeatures = 2);
        AssertRefused(static header => header->Nr = 1);
        AssertRefused(static header => header->HeaderLength = 16);
        AssertRefused(static header => header->HeaderLength = 33);
    }

    [Fact]
    public void Positions_outside_the_ring_are_not_followed()
    {
        using var ring = new MappedRing(4);
        var header = (AioRingHeader*)ring.Address;
        var reader = new MappedRingReader(ring.Address);

        header->Head = 4;
        Assert.Throws<InvalidOperationException>(() => ring.TryComplete(default));
        Assert.Throws<InvalidOperationException>(() => reader.Drain(new IoEvent[1]));
        header->Head = 0;
        header->Tail = 4;
        Assert.Throws<InvalidOperationException>(() => reader.Drain(new IoEvent[1]));
    }

    [Fact]
    public void What_a_reader_writes_into_the_tail_does_not_matter()
    {
        using var ring = new MappedRing(4);
        Assert.True(ring.TryComplete(Events.Of(0, 0)));
        ((AioRingHeader*)ring.Address)->Tail = 3;
        Assert.True(ring.TryComplete(Events.Of(0, 1)));

        var into = new IoEvent[4];
        Assert.Equal(2, new MappedRingReader(ring.Address).Drain(into));
        Assert.Equal(Events.Of(0, 1), into[1]);
    }

    [Fact]
    public void Nothing_is_completed_after_disposal()
    {
        var ring = new MappedRing(4);
        ring.Dispose();
        ring.Dispose();
        Assert.Throws<ObjectDisposedException>(() => ring.TryComplete(default));
    }

    private static void AssertRefused(HeaderChange change)
    {
        using var ring = new MappedRing(4);
        change((AioRingHeader*)ring.Address);
        Assert.Throws<NotSupportedException>(() => new MappedRingReader(ring.Address));
    }

    private delegate void HeaderChange(AioRingHeader* header);
}
