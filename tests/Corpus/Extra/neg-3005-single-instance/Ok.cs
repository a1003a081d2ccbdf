using System;
using System.Threading;

namespace Corpus.Extra.Neg3005SingleInstance;

public static class Program
{
    private static Mutex s_single;

    public static int Run(Func<int> body)
    {
        s_single = new Mutex(false, "the-only-one");
        if (!s_single.WaitOne(0))
        {
            Console.Error.WriteLine("It runs already.");
            return 1;
        }

        return body();
    }
}
