using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio3005StripedGate.After;

public sealed class StripedMap
{
    private readonly object[] _gates;
    private readonly Dictionary<int, string>[] _parts;

    public StripedMap(int stripes)
    {
        _gates = new object[stripes];
        _parts = new Dictionary<int, string>[stripes];
        for (int i = 0; i < stripes; i++)
        {
            _gates[i] = new object();
            _parts[i] = new Dictionary<int, string>();
        }
    }

    public string GetOrAdd(int key, Func<int, string> make)
    {
        int stripe = (key & int.MaxValue) % _gates.Length;
        object gate = _gates[stripe];
        lock (gate)
        {
            if (!_parts[stripe].TryGetValue(key, out string value))
            {
                value = make(key);
                _parts[stripe].Add(key, value);
            }

            return value;
        }
    }

    public bool Remove(int key)
    {
        int stripe = (key & int.MaxValue) % _gates.Length;
        lock (_gates[stripe])
        {
            return _parts[stripe].Remove(key);
        }
    }
}
