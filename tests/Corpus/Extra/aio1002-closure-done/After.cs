using System;
using System.Diagnostics;
using System.Threading;

namespace Corpus.Extra.Aio1002ClosureDone.After;

public static class PatientSearch
{
    public const int NotFound = -1;
    public const int TooLate = -2;

    public static int FirstMatch(string[] texts, Predicate<string> match, TimeSpan patience)
    {
        int found = NotFound;
        bool done = false;

        void Search()
        {
            for (int i = 0; i < texts.Length; i++)
            {
                if (match(texts[i]))
                {
                    found = i;
                    break;
                }
            }

            Volatile.Write(ref done, true);
        }

        ThreadPool.QueueUserWorkItem(_ => Search());

        var clock = Stopwatch.StartNew();
        while (!Volatile.Read(ref done))
        {
            if (clock.Elapsed > patience)
            {
                return TooLate;
            }

            Thread.Yield();
        }

        return found;
    }
}
