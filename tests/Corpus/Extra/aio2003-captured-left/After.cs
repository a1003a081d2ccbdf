using System;
using System.Threading;

namespace Corpus.Extra.Aio2003CapturedLeft.After;

public static class FanOut
{
    public static void RunAll(Action[] jobs)
    {
        if (jobs.Length == 0)
        {
            return;
        }

        using var done = new ManualResetEventSlim();
        int left = jobs.Length;
        foreach (Action job in jobs)
        {
            ThreadPool.QueueUserWorkItem(_ =>
            {
                job();
                if (Interlocked.Decrement(ref left) == 0)
                {
                    done.Set();
                }
            });
        }

        done.Wait();
    }
}
