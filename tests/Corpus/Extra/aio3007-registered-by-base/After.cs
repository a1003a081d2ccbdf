using System.Collections.Concurrent;
using System.Collections.Generic;

namespace Corpus.Extra.Aio3007RegisteredByBase.After;

public sealed class HeatProbe
{
    private static readonly ConcurrentDictionary<string, HeatProbe> s_probes = new ConcurrentDictionary<string, HeatProbe>();

    private readonly double _low;
    private readonly double _high;

    public HeatProbe(string name, double low, double high)
    {
        _low = low;
        _high = high;
        s_probes[name] = this;
    }

    public static bool IsSafe(string name, double value)
    {
        return !s_probes.TryGetValue(name, out HeatProbe probe) || (value >= probe._low && value <= probe._high);
    }
}
