using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio3007ExchangedConfig.After;

public sealed class Config
{
    public readonly Dictionary<string, string> Entries = new Dictionary<string, string>();
}

public static class ConfigHolder
{
    private static Config s_current = new Config();

    public static void Reload(IEnumerable<string> lines)
    {
        var next = new Config();
        foreach (string line in lines)
        {
            int at = line.IndexOf('=');
            if (at > 0)
            {
                next.Entries[line.Substring(0, at)] = line.Substring(at + 1);
            }
        }

        Interlocked.Exchange(ref s_current, next);
    }

    public static string Get(string key)
    {
        Config config = Volatile.Read(ref s_current);
        return config.Entries.TryGetValue(key, out string value) ? value : null;
    }
}
