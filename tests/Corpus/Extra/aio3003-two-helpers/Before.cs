using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio3003TwoHelpers.Before;

public sealed class Aliases
{
    private readonly object _sync = new object();
    private readonly Dictionary<string, string> _byName = new Dictionary<string, string>();
    private readonly Dictionary<string, string> _byAlias = new Dictionary<string, string>();

    public void Set(string name, string alias)
    {
        lock (_sync)
        {
            _byName[name] = alias;
            _byAlias[alias] = name;
        }
    }

    public void Drop(string name, string alias)
    {
        RemoveName(name);
        RemoveAlias(alias);
    }

    public void DropPair(string name)
    {
        lock (_sync)
        {
            if (_byName.Remove(name, out string alias))
            {
                _byAlias.Remove(alias);
            }
        }
    }

    private void RemoveName(string name)
    {
        lock (_sync)
        {
            _byName.Remove(name);
        }
    }

    private void RemoveAlias(string alias)
    {
        lock (_sync)
        {
            _byAlias.Remove(alias);
        }
    }
}
