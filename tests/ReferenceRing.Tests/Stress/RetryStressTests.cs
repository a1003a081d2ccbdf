using System;
using System.Collections.Concurrent;
using System.Threading;
using Xunit;

namespace ReferenceRing.Tests.Stress;

public sealed class RetryStressTests
{
    private const int Requests = 500;
    private const int RunsEach = 60;

    [Fact]
    public void Every_request_is_run_by_one_thread_at_a_time_until_it_is_done()
    {
        var queue = new RetryQueue();
        using var stop = new CancellationTokenSource();
        using var sources = new BlockingCollection<(RetryRequest Request, object Source)>();
        var running = new int[Requests];
        var runs = new int[Requests];
        var left = Requests;
        var requests = new RetryRequest[Requests];
        var index = new ConcurrentDictionary<RetryRequest, int>();
        for (var i = 0; i < Requests; i++)
        {
            requests[i] = new RetryRequest(queue);
            index[requests[i]] = i;
        }

        Party.Run(
            Worker,
            Worker,
            Waker,
            Waker,
            () => Array.ForEach(requests, request => Assert.True(queue.Start(request))));
        Assert.All(runs, static count => Assert.Equal(RunsEach, count));

        void Worker()
        {
            try
            {
                while (true)
                {
                    Run(queue.Next(stop.Token));
                }
            }
            catch (OperationCanceledException)
            {
                sources.CompleteAdding();
            }
        }

        void Run(RetryRequest request)
        {
            var number = index[request];
            Assert.Equal(1, Interlocked.Increment(ref running[number]));
            var run = ++runs[number];
            if (run == RunsEach)
            {
                Interlocked.Decrement(ref running[number]);
                queue.Complete(request);
                if (Interlocked.Decrement(ref left) == 0)
                {
                    stop.Cancel();
                }

                return;
            }

            // No source now and then, as after a short read; otherwise the source is ready during the run or after it.
            if (run % 5 != 0)
            {
                var source = new object();
                queue.WaitOn(request, source);
                sources.Add((request, source));
            }

            Interlocked.Decrement(ref running[number]);
            queue.FinishRetry(request);
        }

        void Waker()
        {
            foreach (var (request, source) in sources.GetConsumingEnumerable())
            {
                queue.Wake(request, source);
            }
        }
    }
}
