using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.NegAio2003OneAfterAnother;

public static class Checksums
{
    public static async Task<int> InTurnAsync(IEnumerable<int> blocks)
    {
        int sum = 0;
        foreach (int block in blocks)
            await Task.Run(() => { sum += block; });
        return sum;
    }

    public static int OnOneThreadAtATime(IEnumerable<int> blocks)
    {
        int sum = 0;
        foreach (int block in blocks)
        {
            var worker = new Thread(() => { sum += block; });
            worker.Start();
            worker.Join();
        }

        return sum;
    }

    public static async Task<int> ChainedAsync(IEnumerable<int> blocks)
    {
        int sum = 0;
        Task last = Task.CompletedTask;
        foreach (int block in blocks)
            last = last.ContinueWith(_ => { sum += block; }, TaskScheduler.Default);
        await last;
        return sum;
    }

    public static int WithPartialSums(IReadOnlyCollection<int> blocks)
    {
        int sum = 0;
        object gate = new object();
        Parallel.ForEach(blocks, () => 0, (block, state, part) =>
        {
            part += block;
            return part;
        }, part =>
        {
            lock (gate)
            {
                sum += part;
            }
        });
        return sum;
    }

    public static int Retried(Func<int> compute)
    {
        int attempts = 0;
        for (int i = 0; i < 3; i++)
        {
            try
            {
                return Task.Run(() =>
                {
                    attempts++;
                    return compute();
                }).GetAwaiter().GetResult();
            }
            catch (InvalidOperationException)
            {
            }
        }

        return -attempts;
    }
}
