using System;
using System.Collections.Generic;

namespace Corpus.Extra.NegAio3002NameAskedAgain;

/// <summary>The new name is checked between two sections; the second one looks again whether the node still has the name that was found.</summary>
public sealed class NodeNames
{
    private readonly object _sync = new object();
    private readonly Func<string, bool> _isAllowed;
    private readonly Dictionary<string, long> _byName = new Dictionary<string, long>();
    private readonly Dictionary<long, string> _nameOf = new Dictionary<long, string>();

    public NodeNames(Func<string, bool> isAllowed) => _isAllowed = isAllowed;

    public void Add(long id, string name)
    {
        lock (_sync)
        {
            _byName[name] = id;
            _nameOf[id] = name;
        }
    }

    public bool TryRename(long id, string name)
    {
        if (!TryGetName(id, out string old) || !_isAllowed(name))
        {
            return false;
        }

        lock (_sync)
        {
            if (!_nameOf.TryGetValue(id, out string current) || current != old)
            {
                return false;
            }

            _byName.Remove(old);
            _byName[name] = id;
            _nameOf[id] = name;
            return true;
        }
    }

    public void Remove(long id)
    {
        lock (_sync)
        {
            if (_nameOf.Remove(id, out string name))
            {
                _byName.Remove(name);
            }
        }
    }

    private bool TryGetName(long id, out string name)
    {
        lock (_sync)
        {
            return _nameOf.TryGetValue(id, out name);
        }
    }
}
