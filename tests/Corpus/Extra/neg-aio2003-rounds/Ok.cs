using System;
using System.Collections.Generic;

namespace Corpus.Extra.NegAio2003Rounds;

public sealed class Rounds
{
    private readonly object _gate = new object();
    private readonly List<int> _log = new List<int>();
    private int _count;

    public void Run(int times, Action<int> between)
    {
        for (int i = 0; i < times; i++)
        {
            int next;
            lock (_gate)
            {
                next = _count + i;
                _count = next;
            }

            between(next);
        }
    }

    public int Add(int amount)
    {
        int before;
        lock (_gate)
        {
            before = _count;
            _log.Add(before);
            _count = before + amount;
        }

        return before;
    }
}
