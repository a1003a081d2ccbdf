using System.Collections.Generic;

namespace Corpus.Extra.NegAio3002OtherKey;

public sealed class Names
{
    private readonly object _gate = new object();
    private readonly Dictionary<string, string> _owners = new Dictionary<string, string>();

    public bool Rename(string from, string to)
    {
        lock (_gate)
        {
            if (_owners.ContainsKey(to) || !_owners.Remove(from, out string owner))
                return false;
            _owners[to] = owner;
            return true;
        }
    }

    public bool Add(string name, string owner)
    {
        lock (_gate)
        {
            if (_owners.ContainsKey(name))
                return false;
            _owners[name] = owner;
            return true;
        }
    }

    public string Find(string name)
    {
        lock (_gate)
            return _owners.TryGetValue(name, out string owner) ? owner : null;
    }
}
