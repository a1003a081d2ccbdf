using System;
using System.Threading;

namespace Corpus.Extra.NegAio1004LimitFoundOnce;

public static class Limits
{
    private static long s_limit = -1;
    private static long s_auto = -1;

    public static long Limit
    {
        get
        {
            long limit = s_limit;
            if (limit == -1)
            {
                limit = Auto;
                Interlocked.Exchange(ref s_limit, limit);
            }

            return limit;
        }
    }

    private static long Auto
    {
        get
        {
            if (s_auto == -1)
            {
                long auto = Environment.SystemPageSize * 1024L;
                Interlocked.Exchange(ref s_auto, auto);
            }

            return s_auto;
        }
    }
}
