using System;
using System.Threading;

namespace Corpus.Extra.NegAio1007FunctionRunHere;

public static class Folding
{
    private static int s_runs;

    public static int Runs => Volatile.Read(ref s_runs);

    public static int Steps(int[] values)
    {
        bool done = false;
        int steps = 0;

        void Fold(int value)
        {
            int left = value;
            while (!done)
            {
                left /= 2;
                steps++;
                if (left <= 1)
                {
                    done = true;
                }
            }

            done = false;
        }

        Array.ForEach(values, Fold);
        Interlocked.Increment(ref s_runs);
        return steps;
    }
}
