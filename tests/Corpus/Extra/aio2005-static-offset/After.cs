using System;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio2005StaticOffset.After;

public static class Clock
{
    private static long s_synchronized;

    public static Task Synchronize(Func<DateTimeOffset> ask) => Task.Run(() =>
    {
        Volatile.Write(ref s_synchronized, ask().UtcTicks);
    });

    public static TimeSpan Age(DateTimeOffset now) => TimeSpan.FromTicks(now.UtcTicks - Volatile.Read(ref s_synchronized));
}
