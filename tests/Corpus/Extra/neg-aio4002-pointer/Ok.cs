using System;
using System.Threading;

namespace Corpus.Extra.NegAio4002Pointer;

public static unsafe class Native
{
    public static int Wait(Action<IntPtr> start)
    {
        int done = 0;
        start((IntPtr)(&done));
        while (Volatile.Read(ref done) == 0)
        {
            Thread.Sleep(1);
        }

        return Interlocked.Exchange(ref done, 0);
    }

    public static int Sum(int* shared, int count)
    {
        int sum = 0;
        for (int i = 0; i < count; i++)
        {
            sum += Volatile.Read(ref shared[i]);
        }

        return sum;
    }
}
