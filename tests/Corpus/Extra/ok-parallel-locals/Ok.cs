using System;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.OkParallelLocals;

public sealed class ImageStatistics
{
    private sealed class Partial
    {
        public readonly int[] Levels = new int[256];
        public long Sum;
        public int Saturated;
    }

    public readonly int[] Levels = new int[256];
    public long Sum;
    public int Saturated;

    public static ImageStatistics Of(byte[] pixels)
    {
        var result = new ImageStatistics();
        int rows = (pixels.Length + 1023) / 1024;
        Parallel.For(
            0,
            rows,
            static () => new Partial(),
            (row, _, partial) =>
            {
                int end = Math.Min(pixels.Length, (row + 1) * 1024);
                for (int i = row * 1024; i < end; i++)
                {
                    byte level = pixels[i];
                    partial.Levels[level]++;
                    partial.Sum += level;
                    partial.Saturated += level == 255 ? 1 : 0;
                }

                return partial;
            },
            partial =>
            {
                Interlocked.Add(ref result.Sum, partial.Sum);
                Interlocked.Add(ref result.Saturated, partial.Saturated);
                lock (result.Levels)
                {
                    for (int i = 0; i < 256; i++)
                    {
                        result.Levels[i] += partial.Levels[i];
                    }
                }
            });
        return result;
    }
}
