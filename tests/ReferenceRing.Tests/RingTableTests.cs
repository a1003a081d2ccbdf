using System;
using System.Threading;
using Xunit;

namespace ReferenceRing.Tests;

public sealed class RingTableTests
{
    private readonly PagePool _pool = new(limit: 4, slotsPerPage: 4);
    private readonly RingTable _table;

    public RingTableTests()
    {
        _table = new RingTable(_pool, limit: 2);
    }

    [Fact]
    public void Events_and_positions_survive_migration_of_every_page()
    {
        var ring = _table.Create(2);
        var next = new int[1];
        var into = new IoEvent[3];
        var written = 0;
        for (var round = 0; round < 20; round++)
        {
            while (ring.TryComplete(Events.Of(0, written)))
            {
                written++;
            }

            Assert.Equal(MigrationResult.Migrated, _table.Migrate(ring.Id, round % 2));
            foreach (var taken in into[..ring.Read(into)])
            {
                Events.CheckNext(taken, next);
            }

            Assert.Equal(MigrationResult.Migrated, _table.Migrate(ring.Id, 0));
        }

        Assert.Equal(60, next[0]);
        Assert.Equal(65, written);
        Assert.Equal(2, _pool.Rented);
    }

    [Fact]
    public void Rings_have_numbers_of_their_own() => Assert.NotEqual(_table.Create(1).Id, _table.Create(1).Id);

    [Fact]
    public void A_ring_that_is_gone_is_not_migrated()
    {
        var ring = _table.Create(1);
        var id = ring.Id;
        Assert.True(_table.Destroy(id));
        Assert.False(_table.Destroy(id));
        Assert.Equal(MigrationResult.Gone, _table.Migrate(id, 0));
        Assert.Equal(0, _pool.Rented);
        Assert.Throws<ObjectDisposedException>(() => ring.TryComplete(default));
        Assert.Throws<ObjectDisposedException>(() => ring.Read(new IoEvent[1]));
        Assert.Throws<ObjectDisposedException>(() => ring.Id);
    }

    [Fact]
    public void Migration_keeps_off_while_the_ring_lock_is_held()
    {
        var ring = _table.Create(1);
        var id = ring.Id;
        using var held = new ManualResetEventSlim();
        using var tried = new ManualResetEventSlim();
        Party.Run(
            () =>
            {
                lock (RingLock(ring))
                {
                    held.Set();
                    tried.Wait();
                }
            },
            () =>
            {
                held.Wait();
                try
                {
                    Assert.Equal(MigrationResult.Busy, _table.Migrate(id, 0));
                }
                finally
                {
                    tried.Set();
                }
            });
        Assert.Equal(MigrationResult.Migrated, _table.Migrate(id, 0));
    }

    [Fact]
    public void Set_up_that_gets_too_few_pages_gives_them_back()
    {
        _table.Create(2);
        Assert.Throws<InsufficientMemoryException>(() => _table.Create(4));
        Assert.Equal(2, _pool.Rented);
        Assert.Equal(2, _table.Create(2).PageCount);
    }

    [Fact]
    public void Set_up_that_finds_the_table_full_gives_its_pages_back()
    {
        _table.Create(1);
        var second = _table.Create(1);
        Assert.Throws<InvalidOperationException>(() => _table.Create(1));
        Assert.Equal(2, _pool.Rented);
        Assert.True(_table.Destroy(second.Id));
        Assert.NotNull(_table.Create(1));
    }

    [Fact]
    public void Migration_that_gets_no_page_leaves_the_ring_and_its_locks_as_they_were()
    {
        var ring = _table.Create(4);
        Assert.True(ring.TryComplete(Events.Of(0, 0)));
        Assert.Throws<InsufficientMemoryException>(() => _table.Migrate(ring.Id, 0));

        var into = new IoEvent[1];
        Party.Run(() => Assert.Equal(1, ring.Read(into)));
        Assert.Equal(Events.Of(0, 0), into[0]);
        Party.Run(() => Assert.True(ring.TryComplete(Events.Of(0, 1))));
        Party.Run(() => Assert.True(_table.Destroy(ring.Id)));
        Assert.Equal(0, _pool.Rented);
    }

    [Fact]
    public void A_page_that_was_used_before_makes_an_empty_ring()
    {
        var first = _table.Create(1);
        Assert.True(first.TryComplete(Events.Of(0, 0)));
        _table.Destroy(first.Id);
        Assert.Equal(0, _table.Create(1).Read(new IoEvent[1]));
    }

    [Fact]
    public void What_is_out_of_range_is_refused()
    {
        var ring = _table.Create(2);
        Assert.Throws<ArgumentOutOfRangeException>("pageCount", () => _table.Create(0));
        Assert.Throws<ArgumentOutOfRangeException>("pageCount", () => _table.Create(3));
        Assert.Throws<ArgumentOutOfRangeException>("page", () => _table.Migrate(ring.Id, 2));
        Assert.Throws<ArgumentOutOfRangeException>("page", () => _table.Migrate(ring.Id, -1));
        Assert.Throws<ArgumentOutOfRangeException>("limit", () => new RingTable(_pool, -1));
        Assert.Throws<ArgumentOutOfRangeException>("limit", () => new PagePool(-1));
        Assert.Throws<ArgumentOutOfRangeException>("slotsPerPage", () => new PagePool(1, 3));
    }

    [Fact]
    public void A_page_is_returned_once()
    {
        var page = _pool.Rent();
        _pool.Return(page);
        Assert.Throws<InvalidOperationException>(() => _pool.Return(page));
        Assert.Equal(0, _pool.Rented);
    }

    [System.Runtime.CompilerServices.UnsafeAccessor(System.Runtime.CompilerServices.UnsafeAccessorKind.Field, Name = "_ringLock")]
    private static extern ref object RingLock(MigratableRing ring);
}
