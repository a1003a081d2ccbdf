using System;
using System.Threading;

namespace ReferenceRing.Benchmarks;

/// <summary>Sends <see cref="Events"/> events from producer threads to the thread that measures.</summary>
internal static class Transfer
{
    /// <summary>Events of one iteration, of all producers together.</summary>
    public const int Events = 1 << 20;

    /// <summary>Slots of everything that has a bound.</summary>
    public const int Capacity = 1024;

    /// <summary>Events of a batch.</summary>
    public const int Batch = 64;

    public static IoEvent Event(int count) => new((ulong)count, 0, count, 0);

    /// <summary>Runs the producers, each with the number of its events, against the consumer on this thread.</summary>
    /// <returns>What the consumer returns.</returns>
    public static long Run(int producers, Action<int> produce, Func<long> consume)
    {
        var threads = new Thread[producers];
        for (var i = 0; i < producers; i++)
        {
            threads[i] = new Thread(() => produce(Events / producers));
            threads[i].Start();
        }

        var sum = consume();
        foreach (var thread in threads)
        {
            thread.Join();
        }

        return sum;
    }
}
