using System;
using System.Collections.Generic;
using System.Threading;
using System.Linq;

namespace Corpus.Extra.Aio3001LinqOutside.Before;

public sealed class PluginHost
{
    private readonly object _plugins = new object();
    private readonly List<KeyValuePair<string, int>> _loaded = new List<KeyValuePair<string, int>>();

    public void Load(string name, int priority)
    {
        lock (_plugins)
        {
            _loaded.Add(new KeyValuePair<string, int>(name, priority));
            _loaded.Sort((a, b) => a.Value.CompareTo(b.Value));
        }
    }

    public void Unload(string name)
    {
        lock (_plugins)
        {
            _loaded.RemoveAll(p => p.Key == name);
        }
    }

    public string[] NamesAbove(int priority)
    {
        return _loaded.Where(p => p.Value > priority).Select(p => p.Key).ToArray();
    }
}
