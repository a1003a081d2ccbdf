using System;
using System.Collections.Concurrent;
using System.Threading.Channels;
using BenchmarkDotNet.Attributes;

namespace ReferenceRing.Benchmarks;

/// <summary>One producer, one consumer, nobody sleeps.</summary>
public class OneProducer
{
    private SpscRing<IoEvent> _spsc = null!;
    private AioRing _aio = null!;
    private ConcurrentQueue<IoEvent> _queue = null!;
    private Channel<IoEvent> _bounded = null!;
    private Channel<IoEvent> _unbounded = null!;

    [IterationSetup]
    public void SetUp()
    {
        _spsc = new SpscRing<IoEvent>(Transfer.Capacity);
        _aio = new AioRing(Transfer.Capacity);
        _queue = new ConcurrentQueue<IoEvent>();
        _bounded = Channel.CreateBounded<IoEvent>(new BoundedChannelOptions(Transfer.Capacity) { SingleReader = true, SingleWriter = true });
        _unbounded = Channel.CreateUnbounded<IoEvent>(new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Transfer.Events)]
    public long SpscRing() => Transfer.Run(
        1,
        count =>
        {
            var idle = default(Idle);
            for (var i = 0; i < count; i++)
            {
                while (!_spsc.TryWrite(Transfer.Event(i)))
                {
                    idle.Once();
                }
            }
        },
        () =>
        {
            var idle = default(Idle);
            var sum = 0L;
            for (var left = Transfer.Events; left > 0;)
            {
                if (_spsc.TryRead(out var taken))
                {
                    sum += taken.Result;
                    left--;
                }
                else
                {
                    idle.Once();
                }
            }

            return sum;
        });

    [Benchmark(OperationsPerInvoke = Transfer.Events)]
    public long SpscRingInBatches() => Transfer.Run(
        1,
        count =>
        {
            var idle = default(Idle);
            var batch = new IoEvent[Transfer.Batch];
            for (var sent = 0; sent < count; sent += batch.Length)
            {
                for (var i = 0; i < batch.Length; i++)
                {
                    batch[i] = Transfer.Event(sent + i);
                }

                for (var rest = batch.AsSpan(); !rest.IsEmpty;)
                {
                    var written = _spsc.Write(rest);
                    rest = rest[written..];
                    if (written == 0)
                    {
                        idle.Once();
                    }
                }
            }
        },
        () => ReadInBatches(into => _spsc.Read(into)));

    [Benchmark(OperationsPerInvoke = Transfer.Events)]
    public long AioRing() => Transfer.Run(
        1,
        count =>
        {
            var idle = default(Idle);
            for (var i = 0; i < count; i++)
            {
                while (!_aio.TryComplete(Transfer.Event(i)))
                {
                    idle.Once();
                }
            }
        },
        () => ReadInBatches(into => _aio.Read(into)));

    [Benchmark(OperationsPerInvoke = Transfer.Events)]
    public long ConcurrentQueue() => Transfer.Run(
        1,
        count =>
        {
            for (var i = 0; i < count; i++)
            {
                _queue.Enqueue(Transfer.Event(i));
            }
        },
        () =>
        {
            var idle = default(Idle);
            var sum = 0L;
            for (var left = Transfer.Events; left > 0;)
            {
                if (_queue.TryDequeue(out var taken))
                {
                    sum += taken.Result;
                    left--;
                }
                else
                {
                    idle.Once();
                }
            }

            return sum;
        });

    [Benchmark(OperationsPerInvoke = Transfer.Events)]
    public long BoundedChannel() => ThroughChannel(_bounded);

    [Benchmark(OperationsPerInvoke = Transfer.Events)]
    public long UnboundedChannel() => ThroughChannel(_unbounded);

    private static long ThroughChannel(Channel<IoEvent> channel) => Transfer.Run(
        1,
        count =>
        {
            var idle = default(Idle);
            for (var i = 0; i < count; i++)
            {
                while (!channel.Writer.TryWrite(Transfer.Event(i)))
                {
                    idle.Once();
                }
            }
        },
        () =>
        {
            var idle = default(Idle);
            var sum = 0L;
            for (var left = Transfer.Events; left > 0;)
            {
                if (channel.Reader.TryRead(out var taken))
                {
                    sum += taken.Result;
                    left--;
                }
                else
                {
                    idle.Once();
                }
            }

            return sum;
        });

    private static long ReadInBatches(BatchReader read)
    {
        var idle = default(Idle);
        var into = new IoEvent[Transfer.Batch];
        var sum = 0L;
        for (var left = Transfer.Events; left > 0;)
        {
            var count = read(into);
            left -= count;
            for (var i = 0; i < count; i++)
            {
                sum += into[i].Result;
            }

            if (count == 0)
            {
                idle.Once();
            }
        }

        return sum;
    }

    private delegate int BatchReader(Span<IoEvent> into);
}
