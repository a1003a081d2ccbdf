using System;
using System.Collections.Generic;

namespace Corpus.Extra.NegAio3007GetterUnderLock;

public sealed class UnitRegistry
{
    private static readonly object s_gate = new object();
    private static UnitRegistry s_shared;

    private Dictionary<string, double> _factors;
    private string _base;

    private UnitRegistry()
    {
    }

    public static UnitRegistry Shared
    {
        get
        {
            lock (s_gate)
            {
                if (s_shared == null)
                {
                    s_shared = new UnitRegistry();
                    s_shared.Load();
                }

                return s_shared;
            }
        }
    }

    public string Base => _base;

    public double Convert(double value, string unit) => _factors.TryGetValue(unit, out double factor) ? value * factor : value;

    private void Load()
    {
        var factors = new Dictionary<string, double>(StringComparer.Ordinal);
        factors["km"] = 1000;
        factors["mi"] = 1609.344;
        _base = "m";
        _factors = factors;
    }
}
