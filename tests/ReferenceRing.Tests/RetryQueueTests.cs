using System;
using System.Threading;
using Xunit;

namespace ReferenceRing.Tests;

public sealed class RetryQueueTests
{
    private readonly RetryQueue _queue = new();
    private readonly object _source = new();

    [Fact]
    public void A_request_runs_after_it_is_started_and_again_when_its_source_is_ready()
    {
        var request = Running();
        _queue.WaitOn(request, _source);
        Assert.False(_queue.FinishRetry(request));
        Assert.False(_queue.TryNext(out _));

        Assert.True(_queue.Wake(request, _source));
        Assert.True(_queue.TryNext(out var again));
        Assert.Same(request, again);
    }

    [Fact]
    public void A_source_that_is_ready_during_the_run_queues_it_once_at_its_end()
    {
        var request = Running();
        _queue.WaitOn(request, _source);
        Assert.False(_queue.Wake(request, _source));
        Assert.True(_queue.FinishRetry(request));
        Assert.True(_queue.TryNext(out _));
        Assert.False(_queue.TryNext(out _));
    }

    [Fact]
    public void A_run_that_waits_for_nothing_is_retried_at_once() => Assert.True(_queue.FinishRetry(Running()));

    [Fact]
    public void The_second_source_does_not_queue_it_twice()
    {
        var request = Running();
        var other = new object();
        _queue.WaitOn(request, _source);
        _queue.WaitOn(request, other);
        Assert.False(_queue.FinishRetry(request));
        Assert.True(_queue.Wake(request, _source));
        Assert.False(_queue.Wake(request, other));
        Assert.True(_queue.TryNext(out _));
        Assert.False(_queue.TryNext(out _));
    }

    [Fact]
    public void A_source_that_it_does_not_wait_for_does_nothing()
    {
        var request = Running();
        _queue.WaitOn(request, _source);
        Assert.False(_queue.FinishRetry(request));
        Assert.False(_queue.Wake(request, new object()));
        Assert.False(_queue.TryNext(out _));
    }

    [Fact]
    public void A_request_that_is_done_does_not_run_again()
    {
        var request = Running();
        _queue.WaitOn(request, _source);
        _queue.Complete(request);
        Assert.False(_queue.Wake(request, _source));
        Assert.False(_queue.Start(request));
        Assert.False(_queue.TryNext(out _));
        Assert.Throws<InvalidOperationException>(() => _queue.FinishRetry(request));
        Assert.Throws<InvalidOperationException>(() => _queue.Complete(request));
    }

    [Fact]
    public void A_request_is_started_once()
    {
        var request = new RetryRequest(_queue);
        Assert.True(_queue.Start(request));
        Assert.False(_queue.Start(request));
        Assert.True(_queue.TryNext(out _));
        Assert.False(_queue.TryNext(out _));
    }

    [Fact]
    public void What_only_a_running_request_may_do_is_refused()
    {
        var request = new RetryRequest(_queue);
        Assert.Throws<InvalidOperationException>(() => _queue.WaitOn(request, _source));
        Assert.Throws<InvalidOperationException>(() => _queue.FinishRetry(request));
        Assert.Throws<InvalidOperationException>(() => _queue.Complete(request));
    }

    [Fact]
    public void A_request_of_another_queue_is_refused()
    {
        var request = new RetryRequest(new RetryQueue());
        Assert.Throws<ArgumentException>("request", () => _queue.Start(request));
        Assert.Throws<ArgumentException>("request", () => _queue.Wake(request, _source));
    }

    [Fact]
    public void Next_waits_for_a_request_or_the_token()
    {
        using var stop = new CancellationTokenSource();
        using var hasRequest = new ManualResetEventSlim();
        var request = new RetryRequest(_queue);
        Party.Run(
            () =>
            {
                Assert.Same(request, _queue.Next(stop.Token));
                hasRequest.Set();
                Assert.Throws<OperationCanceledException>(() => _queue.Next(stop.Token));
            },
            () =>
            {
                Thread.Sleep(2);
                _queue.Start(request);

                // A token that is cancelled before ends the first wait as well, although there is a request by then.
                Assert.True(hasRequest.Wait(Party.Patience));
                Thread.Sleep(2);
                stop.Cancel();
            });
    }

    private RetryRequest Running()
    {
        var request = new RetryRequest(_queue);
        Assert.True(_queue.Start(request));
        Assert.True(_queue.TryNext(out var running));
        Assert.Same(request, running);
        return request;
    }
}
