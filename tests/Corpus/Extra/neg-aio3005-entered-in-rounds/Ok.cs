using System;
using System.Threading;

namespace Corpus.Extra.NegAio3005EnteredInRounds;

public sealed class Reentry
{
    private readonly object _sync = new object();
    private int _value;

    public void Run(int depth, Action work)
    {
        for (int i = 0; i < depth; i++)
        {
            Monitor.Enter(_sync);
        }

        _value += depth;
        for (int i = 0; i < depth; i++)
        {
            Monitor.Exit(_sync);
        }

        work();
    }

    public int Poll(int rounds)
    {
        int seen = 0;
        for (int i = 0; i < rounds; i++)
        {
            bool isHeld = false;
            try
            {
                Monitor.Enter(_sync, ref isHeld);
                seen += _value;
                if (!Monitor.Wait(_sync, 10))
                {
                    seen--;
                }
            }
            finally
            {
                if (isHeld)
                {
                    Monitor.Exit(_sync);
                }
            }
        }

        return seen;
    }
}
