using System;
using System.Threading;
using Xunit;

namespace ReferenceRing.Tests.Stress;

public sealed class MigrationStressTests
{
    [Fact]
    public void Every_event_is_seen_once_and_in_order_while_pages_are_replaced()
    {
        var quota = new Quota(2, 200_000);
        var pool = new PagePool(limit: 3, slotsPerPage: 4);
        var table = new RingTable(pool, limit: 1);
        var ring = table.Create(2);
        var id = ring.Id;
        var done = false;
        var migrations = 0;
        Party.Run(
            Producer(0),
            Producer(1),
            () =>
            {
                var into = new IoEvent[5];
                var next = new int[2];
                for (var seen = 0; !quota.IsAll(seen);)
                {
                    var count = ring.Read(into);
                    seen += count;
                    for (var i = 0; i < count; i++)
                    {
                        Events.CheckNext(into[i], next);
                    }

                    if (count == 0)
                    {
                        Thread.Yield();
                    }
                }

                Volatile.Write(ref done, true);
            },
            () =>
            {
                for (var page = 0; !Volatile.Read(ref done); page ^= 1)
                {
                    migrations += table.Migrate(id, page) == MigrationResult.Migrated ? 1 : 0;
                    Thread.Yield();
                }
            });
        Assert.True(migrations > 0);
        Assert.True(table.Destroy(id));
        Assert.Equal(0, pool.Rented);

        Action Producer(int source) => () =>
        {
            var sent = 0;
            for (; quota.Goes(sent); sent++)
            {
                while (!ring.TryComplete(Events.Of(source, sent)))
                {
                    Thread.Yield();
                }
            }

            quota.Close(sent);
        };
    }

    [Fact]
    public void Rings_that_come_and_go_under_migration_give_all_pages_back()
    {
        const int Rounds = 50_000;
        // Too few pages for all, so that set-up and migration fail now and then.
        var pool = new PagePool(limit: 5, slotsPerPage: 4);
        var table = new RingTable(pool, limit: 2);
        var ended = 0;
        Party.Run(Owner, Owner, () =>
        {
            for (var id = 1; Volatile.Read(ref ended) < 2;)
            {
                try
                {
                    id += table.Migrate(id, 0) == MigrationResult.Gone && id < 2 * Rounds ? 1 : 0;
                }
                catch (InsufficientMemoryException)
                {
                    Thread.Yield();
                }
            }
        });
        Assert.Equal(0, pool.Rented);

        void Owner()
        {
            for (var i = 0; i < Rounds; i++)
            {
                try
                {
                    var ring = table.Create(2);
                    Assert.True(ring.TryComplete(Events.Of(0, 0)));
                    Assert.Equal(1, ring.Read(new IoEvent[2]));
                    Assert.True(table.Destroy(ring.Id));
                }
                catch (InsufficientMemoryException)
                {
                    Thread.Yield();
                }
            }

            Interlocked.Increment(ref ended);
        }
    }
}
