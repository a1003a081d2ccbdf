using System;
using System.Collections.Concurrent;
using System.Threading.Channels;
using BenchmarkDotNet.Attributes;

namespace ReferenceRing.Benchmarks;

/// <summary>Several producers, one consumer, nobody sleeps.</summary>
public class SeveralProducers
{
    private AioRing _aio = null!;
    private ConcurrentQueue<IoEvent> _queue = null!;
    private Channel<IoEvent> _bounded = null!;
    private Channel<IoEvent> _unbounded = null!;

    [Params(2, 4)]
    public int Producers { get; set; }

    [IterationSetup]
    public void SetUp()
    {
        _aio = new AioRing(Transfer.Capacity);
        _queue = new ConcurrentQueue<IoEvent>();
        _bounded = Channel.CreateBounded<IoEvent>(new BoundedChannelOptions(Transfer.Capacity) { SingleReader = true });
        _unbounded = Channel.CreateUnbounded<IoEvent>(new UnboundedChannelOptions { SingleReader = true });
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Transfer.Events)]
    public long AioRing() => Transfer.Run(
        Producers,
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
        ReadAioRing);

    [Benchmark(OperationsPerInvoke = Transfer.Events)]
    public long AioRingInBatches() => Transfer.Run(
        Producers,
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
                    var written = _aio.Complete(rest);
                    rest = rest[written..];
                    if (written == 0)
                    {
                        idle.Once();
                    }
                }
            }
        },
        ReadAioRing);

    [Benchmark(OperationsPerInvoke = Transfer.Events)]
    public long ConcurrentQueue() => Transfer.Run(
        Producers,
        count =>
        {
            for (var i = 0; i < count; i++)
            {
                _queue.Enqueue(Transfer.Event(i));
            }
        },
        () => ReadSingly((out IoEvent taken) => _queue.TryDequeue(out taken)));

    [Benchmark(OperationsPerInvoke = Transfer.Events)]
    public long BoundedChannel() => ThroughChannel(_bounded);

    [Benchmark(OperationsPerInvoke = Transfer.Events)]
    public long UnboundedChannel() => ThroughChannel(_unbounded);

    private long ThroughChannel(Channel<IoEvent> channel) => Transfer.Run(
        Producers,
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
        () => ReadSingly((out IoEvent taken) => channel.Reader.TryRead(out taken)));

    private long ReadAioRing()
    {
        var idle = default(Idle);
        var into = new IoEvent[Transfer.Batch];
        var sum = 0L;
        for (var left = Transfer.Events; left > 0;)
        {
            var count = _aio.Read(into);
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

    private static long ReadSingly(Reader read)
    {
        var idle = default(Idle);
        var sum = 0L;
        for (var left = Transfer.Events; left > 0;)
        {
            if (read(out var taken))
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
    }

    private delegate bool Reader(out IoEvent taken);
}
