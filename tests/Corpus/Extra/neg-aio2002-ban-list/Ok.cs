using System;
using System.Collections.Concurrent;
using System.Threading;

namespace Corpus.Extra.NegAio2002BanList;

public sealed class Members
{
    private readonly ConcurrentDictionary<string, long> _banned = new();
    private string[] _names = Array.Empty<string>();
    private int _writing;

    public event Action? Changed;

    public bool Join(string name)
    {
        Enter();
        try
        {
            if (_banned.ContainsKey(name))
                return false;
            while (true)
            {
                string[] current = _names;
                string[] next = new string[current.Length + 1];
                current.CopyTo(next, 0);
                next[current.Length] = name;
                if (Interlocked.CompareExchange(ref _names, next, current) == current)
                    break;
            }

            return true;
        }
        finally
        {
            Leave();
        }
    }

    public void Ban(string name, long until)
    {
        _banned[name] = until;
        Enter();
        try
        {
            string[] current = _names;
            if (Array.IndexOf(current, name) >= 0)
            {
                _names = Array.FindAll(current, n => n != name);
                Changed?.Invoke();
            }
        }
        finally
        {
            Leave();
        }
    }

    private void Enter()
    {
        while (Interlocked.CompareExchange(ref _writing, 1, 0) != 0)
            Thread.Yield();
    }

    private void Leave() => Interlocked.Exchange(ref _writing, 0);
}
