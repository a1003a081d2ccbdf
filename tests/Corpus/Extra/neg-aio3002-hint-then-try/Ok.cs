using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.NegAio3002HintThenTry;

public sealed class Inbox
{
    private readonly object _sync = new object();
    private readonly Queue<string> _mail = new Queue<string>();
    private int _size;

    public void Add(string mail)
    {
        lock (_sync)
        {
            _mail.Enqueue(mail);
            _size++;
        }
    }

    public string TryTake()
    {
        if (Volatile.Read(ref _size) == 0)
        {
            return null;
        }

        lock (_sync)
        {
            if (_size == 0)
            {
                return null;
            }

            _size--;
            return _mail.Dequeue();
        }
    }

    public bool TryPeek(out string mail)
    {
        mail = null;
        if (_size == 0)
        {
            return false;
        }

        lock (_sync)
        {
            return _mail.TryPeek(out mail);
        }
    }
}
