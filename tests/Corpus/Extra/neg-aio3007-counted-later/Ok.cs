using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.NegAio3007CountedLater;

public sealed class Pool
{
    private readonly List<object> _all = new();
    private int _total;

    public int Total => _total;

    public object Get(bool isPending)
    {
        if (isPending)
        {
            var waiter = new Thread(Wait);
            waiter.Start();
        }

        var made = new object();
        lock (_all)
        {
            _all.Add(made);
            _total = _all.Count;
        }

        return made;
    }

    private void Wait()
    {
        while (Total == 0)
        {
            Thread.Sleep(10);
        }
    }
}
