using System.Threading;

namespace Corpus.Extra.Aio4002LocalCounter.After;

public static class Histogram
{
    public static int CountAbove(int[] values, int limit)
    {
        int count = 0;
        foreach (int value in values)
        {
            if (value > limit)
            {
                count++;
            }
        }

        return count;
    }
}
