using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.NegAio3001BuiltFirst;

public sealed class Countries
{
    private readonly object _lock = new object();
    private readonly Dictionary<string, int> _codes = new Dictionary<string, int>();
    private int _version;

    public Countries(IEnumerable<string> names)
    {
        foreach (string name in names)
        {
            AddDefault(name);
        }

        _version = 1;
    }

    public static Countries Load(string[] names)
    {
        var made = new Countries(names);
        made._codes["zz"] = 99;
        made._version = 2;
        return made;
    }

    public void Set(string name, int code)
    {
        lock (_lock)
        {
            _codes[name] = code;
            _version++;
        }
    }

    public int Get(string name)
    {
        lock (_lock)
        {
            return _codes[name] + _version;
        }
    }

    private void AddDefault(string name)
    {
        _codes[name] = _codes.Count;
        _version++;
    }
}
