using System;
using System.Threading;

namespace Corpus.Extra.NegAio2003ForkJoinSums;

public static class Histogram
{
    private struct Part
    {
        public long Count;
        public double Sum;
        public double Max;
    }

    public static (long Count, double Mean, double Max) Of(double[] samples, int threads)
    {
        var parts = new Part[threads];
        var workers = new Thread[threads];
        bool failed = false;
        for (int t = 0; t < threads; t++)
        {
            int id = t;
            workers[t] = new Thread(() =>
            {
                try
                {
                    ref Part part = ref parts[id];
                    for (int i = id; i < samples.Length; i += threads)
                    {
                        part.Count++;
                        part.Sum += samples[i];
                        part.Max = Math.Max(part.Max, samples[i]);
                    }
                }
                catch (IndexOutOfRangeException)
                {
                    failed = true;
                }
            });
            workers[t].Start();
        }

        foreach (Thread worker in workers)
        {
            worker.Join();
        }

        if (failed)
        {
            throw new InvalidOperationException();
        }

        Part all = default;
        foreach (Part part in parts)
        {
            all.Count += part.Count;
            all.Sum += part.Sum;
            all.Max = Math.Max(all.Max, part.Max);
        }

        return (all.Count, all.Count == 0 ? 0 : all.Sum / all.Count, all.Max);
    }
}
