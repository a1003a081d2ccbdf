using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Channels;
using BenchmarkDotNet.Attributes;

namespace ReferenceRing.Benchmarks;

/// <summary>One producer, and one consumer that sleeps when there is nothing: the fence and the look at the wait queue are paid for here.</summary>
public class Waiting
{
    private KioContext _context = null!;
    private BlockingCollection<IoEvent> _collection = null!;
    private Channel<IoEvent> _channel = null!;

    [IterationSetup]
    public void SetUp()
    {
        _context = new KioContext(Transfer.Capacity);
        _collection = new BlockingCollection<IoEvent>(Transfer.Capacity);
        _channel = Channel.CreateBounded<IoEvent>(new BoundedChannelOptions(Transfer.Capacity) { SingleReader = true, SingleWriter = true });
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Transfer.Events)]
    public long KioContext() => Transfer.Run(
        1,
        count =>
        {
            var idle = default(Idle);
            for (var i = 0; i < count; i++)
            {
                IoRequest? request;
                while ((request = _context.TrySubmit((ulong)i)) is null)
                {
                    idle.Once();
                }

                _context.Complete(request, i);
            }
        },
        () =>
        {
            var into = new IoEvent[Transfer.Batch];
            var sum = 0L;
            for (var left = Transfer.Events; left > 0;)
            {
                var count = _context.ReadEvents(1, into, Timeout.InfiniteTimeSpan);
                left -= count;
                for (var i = 0; i < count; i++)
                {
                    sum += into[i].Result;
                }
            }

            return sum;
        });

    [Benchmark(OperationsPerInvoke = Transfer.Events)]
    public long BlockingCollection() => Transfer.Run(
        1,
        count =>
        {
            for (var i = 0; i < count; i++)
            {
                _collection.Add(Transfer.Event(i));
            }
        },
        () =>
        {
            var sum = 0L;
            for (var left = Transfer.Events; left > 0; left--)
            {
                sum += _collection.Take().Result;
            }

            return sum;
        });

    [Benchmark(OperationsPerInvoke = Transfer.Events)]
    public long BoundedChannel() => Transfer.Run(
        1,
        count =>
        {
            for (var i = 0; i < count; i++)
            {
                if (!_channel.Writer.TryWrite(Transfer.Event(i)))
                {
                    _channel.Writer.WriteAsync(Transfer.Event(i)).AsTask().Wait();
                }
            }
        },
        () =>
        {
            var sum = 0L;
            for (var left = Transfer.Events; left > 0;)
            {
                while (_channel.Reader.TryRead(out var taken))
                {
                    sum += taken.Result;
                    left--;
                }

                if (left > 0)
                {
                    _channel.Reader.WaitToReadAsync().AsTask().Wait();
                }
            }

            return sum;
        });
}
