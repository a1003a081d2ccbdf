using System;
using System.Diagnostics;
using System.Threading;
using Xunit;

namespace ReferenceRing.Tests;

public sealed class KioContextTests : IDisposable
{
    private readonly KioContext _context = new(4);
    private readonly IoEvent[] _into = new IoEvent[4];

    public void Dispose() => _context.Dispose();

    [Fact]
    public void An_event_says_what_was_submitted_and_completed()
    {
        _context.Complete(Submit(data: 1, @object: 2), result: 3, result2: 4);

        Assert.Equal(1, _context.ReadEvents(1, _into, Timeout.InfiniteTimeSpan));
        Assert.Equal(new IoEvent(1, 2, 3, 4), _into[0]);
    }

    [Fact]
    public void A_slot_is_taken_from_submission_until_the_event_is_read()
    {
        for (var i = 0; i < 4; i++)
        {
            Assert.Equal(4 - i, _context.Available);
            _context.Complete(Submit(), i);
        }

        Assert.Null(_context.TrySubmit(0));
        Assert.Equal(3, _context.ReadEvents(0, _into.AsSpan(0, 3), TimeSpan.Zero));
        Assert.Equal(3, _context.Available);
        Assert.NotNull(_context.TrySubmit(0));
    }

    [Fact]
    public void Not_more_than_the_maximum_is_taken()
    {
        CompleteSome(3);
        Assert.Equal(2, _context.ReadEvents(1, _into.AsSpan(0, 2), TimeSpan.Zero));
        Assert.Equal(1, _context.ReadEvents(0, _into, TimeSpan.Zero));
    }

    [Fact]
    public void Nothing_asked_for_is_not_waited_for() => Assert.Equal(0, _context.ReadEvents(0, _into, Timeout.InfiniteTimeSpan));

    [Fact]
    public void A_zero_timeout_gives_what_is_there()
    {
        CompleteSome(1);
        Assert.Equal(1, _context.ReadEvents(3, _into, TimeSpan.Zero));
        Assert.Equal(0, _context.ReadEvents(1, _into, TimeSpan.Zero));
    }

    [Fact]
    public void A_wait_lasts_at_least_its_timeout()
    {
        CompleteSome(1);
        var watch = Stopwatch.StartNew();
        Assert.Equal(1, _context.ReadEvents(2, _into, TimeSpan.FromMilliseconds(30)));
        Assert.True(watch.ElapsedMilliseconds >= 30, $"{watch.Elapsed}");
    }

    [Fact]
    public void A_wait_ends_with_the_minimum() => Party.Run(
        () => Assert.Equal(3, _context.ReadEvents(3, _into, Timeout.InfiniteTimeSpan)),
        () =>
        {
            for (var i = 0; i < 3; i++)
            {
                Thread.Sleep(2);
                CompleteSome(1);
            }
        });

    [Fact]
    public void Two_that_wait_for_more_than_the_ring_holds_are_both_served() => Party.Run(
        () => Assert.Equal(6, _context.ReadEvents(6, new IoEvent[6], Timeout.InfiniteTimeSpan)),
        () => Assert.Equal(6, _context.ReadEvents(6, new IoEvent[6], Timeout.InfiniteTimeSpan)),
        () =>
        {
            for (var i = 0; i < 12; i++)
            {
                IoRequest? request;
                while ((request = _context.TrySubmit(0)) is null)
                {
                    Thread.Yield();
                }

                _context.Complete(request, 0);
            }
        });

    [Fact]
    public void Cancellation_ends_a_wait_without_events()
    {
        using var source = new CancellationTokenSource();
        Party.Run(
            () => Assert.Throws<OperationCanceledException>(() => _context.ReadEvents(1, _into, Timeout.InfiniteTimeSpan, source.Token)),
            () =>
            {
                Thread.Sleep(5);
                source.Cancel();
            });
    }

    [Fact]
    public void Cancellation_loses_no_event()
    {
        using var source = new CancellationTokenSource();
        CompleteSome(1);
        var taken = 0;
        Party.Run(
            () =>
            {
                try
                {
                    taken = _context.ReadEvents(2, _into, Timeout.InfiniteTimeSpan, source.Token);
                }
                catch (OperationCanceledException)
                {
                    // Cancelled before it had begun: then the event is still there.
                }
            },
            () =>
            {
                Thread.Sleep(5);
                source.Cancel();
            });
        Assert.Equal(1, taken + _context.ReadEvents(1, _into, TimeSpan.Zero));
    }

    [Fact]
    public void A_cancelled_token_takes_nothing()
    {
        CompleteSome(1);
        Assert.Throws<OperationCanceledException>(() => _context.ReadEvents(1, _into, TimeSpan.Zero, new CancellationToken(canceled: true)));
        Assert.Equal(1, _context.ReadEvents(1, _into, TimeSpan.Zero));
    }

    [Fact]
    public void Closing_ends_all_waits()
    {
        void Wait() => Assert.Throws<ObjectDisposedException>(() => _context.ReadEvents(1, new IoEvent[1], Timeout.InfiniteTimeSpan));
        Party.Run(Wait, Wait, () =>
        {
            Thread.Sleep(5);
            _context.Dispose();
        });
    }

    [Fact]
    public void A_closed_context_takes_no_requests_but_their_ends()
    {
        var request = Submit();
        _context.Dispose();
        _context.Complete(request, 0);
        Assert.Throws<ObjectDisposedException>(() => _context.TrySubmit(0));
        Assert.Throws<ObjectDisposedException>(() => _context.ReadEvents(0, _into, TimeSpan.Zero));
    }

    [Fact]
    public void A_request_is_completed_once()
    {
        var request = Submit();
        _context.Complete(request, 0);
        Assert.Throws<InvalidOperationException>(() => _context.Complete(request, 0));
        Assert.Equal(1, _context.ReadEvents(0, _into, TimeSpan.Zero));
    }

    [Fact]
    public void A_request_of_another_context_is_refused()
    {
        using var other = new KioContext(1);
        var request = other.TrySubmit(0)!;
        Assert.Throws<ArgumentException>("request", () => _context.Complete(request, 0));
    }

    [Fact]
    public void What_cannot_be_waited_for_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("minimum", () => _context.ReadEvents(-1, _into, TimeSpan.Zero));
        Assert.Throws<ArgumentOutOfRangeException>("minimum", () => _context.ReadEvents(5, _into, TimeSpan.Zero));
        Assert.Throws<ArgumentOutOfRangeException>("timeout", () => _context.ReadEvents(0, _into, TimeSpan.FromSeconds(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new KioContext(0));
    }

    private IoRequest Submit(ulong data = 0, ulong @object = 0)
    {
        var request = _context.TrySubmit(data, @object);
        Assert.NotNull(request);
        return request;
    }

    private void CompleteSome(int count)
    {
        for (var i = 0; i < count; i++)
        {
            _context.Complete(Submit(), i);
        }
    }
}
