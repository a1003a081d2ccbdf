using System;
using System.Threading;

namespace Corpus.Extra.Aio2004StaticCredit.Before;

public static class Throttle
{
    private static int s_credit = 100;

    public static bool TryEnter() => Interlocked.Decrement(ref s_credit) >= 0;

    public static void Leave() => Interlocked.Increment(ref s_credit);

    private sealed class Refill
    {
        public void Tick()
        {
            if (Volatile.Read(ref s_credit) < 0)
            {
                s_credit = 0;
            }
        }
    }

    public static void Start()
    {
        var refill = new Refill();
        new Thread(() =>
        {
            while (true)
            {
                refill.Tick();
                Thread.Sleep(100);
            }
        }).Start();
    }
}
