using System;
using System.Threading;

namespace Corpus.Extra.Aio2003CapturedLeft.Before;

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
                if (--left == 0)
                {
                    done.Set();
                }
            });
        }

        done.Wait();
    }
}
