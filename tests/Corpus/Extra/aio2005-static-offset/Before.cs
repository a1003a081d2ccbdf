using System;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio2005StaticOffset.Before;

public static class Clock
{
    private static DateTimeOffset s_synchronized;

    public static Task Synchronize(Func<DateTimeOffset> ask) => Task.Run(() =>
    {
        s_synchronized = ask();
    });

    public static TimeSpan Age(DateTimeOffset now) => now - s_synchronized;
}
