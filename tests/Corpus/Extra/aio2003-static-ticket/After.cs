using System;

namespace Corpus.Extra.Aio2003StaticTicket.After;

public static class Tickets
{
    private static readonly object s_gate = new object();
    private static int s_next = 1;

    public static int Take(int count)
    {
        lock (s_gate)
        {
            int first = s_next;
            s_next = first + count;
            return first;
        }
    }

    public static void Reserve(int upTo)
    {
        lock (s_gate)
        {
            if (s_next < upTo)
            {
                s_next = upTo;
            }
        }
    }
}
