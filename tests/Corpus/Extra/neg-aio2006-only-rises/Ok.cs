using System;
using System.Threading;

namespace Corpus.Extra.NegAio2006OnlyRises;

internal sealed class Stamp
{
    private static int s_last = 1 << 24;
    private readonly int _number;

    internal Stamp() => _number = Interlocked.Increment(ref s_last);

    internal int Number => _number;

    internal static void KeepFree(int number)
    {
        while (true)
        {
            int seen = s_last;
            int next = (s_last & ~0xFFFFFF) + number;
            next = Math.Max(next, seen);
            if (Interlocked.CompareExchange(ref s_last, next, seen) == seen)
            {
                return;
            }
        }
    }
}
