using System;

namespace Corpus.Extra.Aio2003StaticTicket.Before;

public static class Tickets
{
    private static readonly object s_gate = new object();
    private static int s_next = 1;

    public static int Take(int count)
    {
        int first = Peek();
        Set(first + count);
        return first;
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

    private static int Peek()
    {
        lock (s_gate)
        {
            return s_next;
        }
    }

    private static void Set(int next)
    {
        lock (s_gate)
        {
            s_next = next;
        }
    }
}
