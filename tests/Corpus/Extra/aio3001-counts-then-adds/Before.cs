using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio3001CountsThenAdds.Before;

public sealed class Inbox
{
    private readonly object _gate = new();
    private readonly List<string> _mail = new();
    private int _seen;

    public void Put(string mail)
    {
        Interlocked.Increment(ref _seen);
        _mail.Add(mail);
    }

    public bool TryTake(out string? mail)
    {
        lock (_gate)
        {
            if (_mail.Count == 0)
            {
                mail = null;
                return false;
            }

            mail = _mail[0];
            _mail.RemoveAt(0);
            return true;
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _mail.Clear();
        }
    }
}
