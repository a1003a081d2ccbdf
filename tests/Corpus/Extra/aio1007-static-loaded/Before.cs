using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio1007StaticLoaded.Before;

public static class PluginHost
{
    private static readonly List<string> s_names = new List<string>();
    private static bool s_loaded;

    public static void BeginLoad(IEnumerable<string> names)
    {
        var loader = new Thread(() => Load(names));
        loader.IsBackground = true;
        loader.Start();
    }

    public static IReadOnlyList<string> Names
    {
        get
        {
            while (!s_loaded) ;
            return s_names;
        }
    }

    private static void Load(IEnumerable<string> names)
    {
        foreach (string name in names)
        {
            if (!name.StartsWith('.'))
            {
                s_names.Add(name);
            }
        }

        s_loaded = true;
    }
}
