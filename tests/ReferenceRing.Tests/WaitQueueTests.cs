using System;
using System.Threading;
using Xunit;

namespace ReferenceRing.Tests;

public sealed class WaitQueueTests
{
    private readonly WaitQueue _queue = new();

    [Fact]
    public void Nobody_is_woken_in_an_empty_queue()
    {
        Assert.False(_queue.WakeOneIfWaiting());
        Assert.False(_queue.WakeOne());
    }

    [Fact]
    public void A_wake_up_that_comes_before_the_sleep_counts()
    {
        var waiter = new Waiter(_queue);
        _queue.Prepare(waiter);
        Assert.True(_queue.WakeOneIfWaiting());
        Assert.True(waiter.Sleep(Deadline.After(Timeout.InfiniteTimeSpan), CancellationToken.None));
        Assert.True(_queue.Finish(waiter));
    }

    [Fact]
    public void Waiters_are_woken_one_by_one_in_their_order()
    {
        Waiter[] waiters = [new(_queue), new(_queue), new(_queue)];
        Array.ForEach(waiters, _queue.Prepare);
        foreach (var waiter in waiters)
        {
            Assert.False(IsWoken(waiter));
            Assert.True(_queue.WakeOneIfWaiting());
            Assert.True(IsWoken(waiter));
        }

        Assert.False(_queue.WakeOneIfWaiting());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Who_leaves_is_not_woken_and_the_others_are(int leaver)
    {
        Waiter[] waiters = [new(_queue), new(_queue), new(_queue)];
        Array.ForEach(waiters, _queue.Prepare);
        Assert.False(_queue.Finish(waiters[leaver]));
        _queue.WakeAll();

        for (var i = 0; i < waiters.Length; i++)
        {
            Assert.Equal(i != leaver, IsWoken(waiters[i]));
        }
    }

    [Fact]
    public void Who_prepares_twice_stands_in_the_queue_once()
    {
        var waiter = new Waiter(_queue);
        _queue.Prepare(waiter);
        _queue.Prepare(waiter);
        Assert.True(_queue.WakeOne());
        Assert.False(_queue.WakeOne());
    }

    [Fact]
    public void Who_was_woken_can_prepare_again()
    {
        var waiter = new Waiter(_queue);
        for (var i = 0; i < 3; i++)
        {
            _queue.Prepare(waiter);
            Assert.True(_queue.WakeOneIfWaiting());
            Assert.True(IsWoken(waiter));
        }
    }

    [Fact]
    public void Sleep_ends_when_the_time_is_up_or_the_token_cancelled()
    {
        var waiter = new Waiter(_queue);
        Assert.False(waiter.Sleep(Deadline.After(TimeSpan.FromMilliseconds(1)), CancellationToken.None));
        Assert.False(waiter.Sleep(Deadline.After(Timeout.InfiniteTimeSpan), new CancellationToken(canceled: true)));
    }

    [Fact]
    public void A_place_in_another_queue_is_refused()
    {
        var waiter = new Waiter(new WaitQueue());
        Assert.Throws<ArgumentException>("waiter", () => _queue.Prepare(waiter));
        Assert.Throws<ArgumentException>("waiter", () => _queue.Finish(waiter));
    }

    private static bool IsWoken(Waiter waiter) => waiter.Sleep(Deadline.After(TimeSpan.Zero), CancellationToken.None);
}
