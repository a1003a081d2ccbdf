using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Neg3005BeginAndEnd;

public sealed class Session
{
    private readonly object _turn = new object();
    private readonly List<string> _pending = new List<string>();

    public bool TryBegin()
    {
        Monitor.Enter(_turn);
        if (_pending.Count > 0)
        {
            return true;
        }

        Monitor.Exit(_turn);
        return false;
    }

    public string[] End()
    {
        string[] all = _pending.ToArray();
        _pending.Clear();
        Monitor.Exit(_turn);
        return all;
    }

    public void Add(string line)
    {
        lock (_turn)
        {
            _pending.Add(line);
        }
    }
}
