using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.NegAio3003OuterLock;

public sealed class Shelf
{
    private readonly object _sync = new object();
    private readonly List<int> _new = new List<int>();
    private readonly List<int> _old = new List<int>();

    public void Age(int item)
    {
        lock (_sync)
        {
            TakeNew(item);
            PutOld(item);
        }
    }

    public void Swap(int item)
    {
        lock (_sync)
        {
            _new.Remove(item);
            _old.Add(item);
        }
    }

    private void TakeNew(int item)
    {
        lock (_sync)
        {
            _new.Remove(item);
        }
    }

    private void PutOld(int item)
    {
        lock (_sync)
        {
            _old.Add(item);
        }
    }
}
