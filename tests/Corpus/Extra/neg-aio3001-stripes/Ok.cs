using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.NegAio3001Stripes;

public sealed class Striped
{
    private readonly object[] _locks = { new object(), new object(), new object(), new object() };
    private readonly Dictionary<int, string>[] _maps = { new Dictionary<int, string>(), new Dictionary<int, string>(), new Dictionary<int, string>(), new Dictionary<int, string>() };
    private int _version;

    public void Set(int key, string value)
    {
        lock (_locks[key & 3])
        {
            _maps[key & 3][key] = value;
        }
    }

    public string Get(int key)
    {
        object gate = LockFor(key);
        lock (gate)
        {
            return _maps[key & 3].TryGetValue(key, out string value) ? value : null;
        }
    }

    public int Clear()
    {
        foreach (object gate in _locks)
        {
            Monitor.Enter(gate);
        }

        try
        {
            foreach (Dictionary<int, string> map in _maps)
            {
                map.Clear();
            }

            return ++_version;
        }
        finally
        {
            foreach (object gate in _locks)
            {
                Monitor.Exit(gate);
            }
        }
    }

    private object LockFor(int key) => _locks[key & 3];
}
