using System;
using System.Collections.Generic;
using System.Threading;
using System.Collections.Immutable;

namespace Corpus.Extra.NegAio3001SnapshotReference;

public sealed class Policies
{
    private readonly object _gate = new object();
    private ImmutableDictionary<string, int> _limits = ImmutableDictionary<string, int>.Empty;
    private string[] _names = Array.Empty<string>();
    private List<string> _owners;

    public Policies(IEnumerable<string> owners)
    {
        _owners = new List<string>(owners);
    }

    public void Set(string name, int limit)
    {
        lock (_gate)
        {
            if (!_owners.Contains(name))
            {
                return;
            }

            _limits = _limits.SetItem(name, limit);
            var names = new string[_names.Length + 1];
            _names.CopyTo(names, 0);
            names[_names.Length] = name;
            _names = names;
        }
    }

    public int Get(string name) => _limits.TryGetValue(name, out int limit) ? limit : 0;

    public bool IsOwner(string name) => _owners.Contains(name);

    public IEnumerable<string> Names()
    {
        foreach (string name in _names)
        {
            yield return name;
        }
    }
}
