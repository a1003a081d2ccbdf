using System;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.NegAio4002Captured;

public static class Count
{
    public static int Matching(string[] names, Func<string, bool> match)
    {
        int found = 0;
        Parallel.ForEach(names, name =>
        {
            if (match(name))
            {
                Interlocked.Increment(ref found);
            }
        });
        return Volatile.Read(ref found);
    }

    public static int WithFunction(int[] values)
    {
        int sum = 0;
        Parallel.For(0, values.Length, Add);
        return sum;

        void Add(int index) => Interlocked.Add(ref sum, values[index]);
    }
}
