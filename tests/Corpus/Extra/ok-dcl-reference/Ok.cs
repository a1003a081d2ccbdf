using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading;

namespace Corpus.Extra.OkDclReference;

public sealed class CurrencyTable
{
    private static readonly object s_gate = new object();
    private static CurrencyTable s_default;

    private readonly Dictionary<string, string> _symbols;

    private CurrencyTable(Dictionary<string, string> symbols)
    {
        _symbols = symbols;
    }

    public static CurrencyTable Default
    {
        get
        {
            if (s_default == null)
            {
                lock (s_gate)
                {
                    if (s_default == null)
                    {
                        s_default = Load();
                    }
                }
            }

            return s_default;
        }
    }

    public string SymbolOf(string code) => _symbols.TryGetValue(code, out string symbol) ? symbol : code;

    private static CurrencyTable Load()
    {
        var symbols = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (CultureInfo culture in CultureInfo.GetCultures(CultureTypes.SpecificCultures))
        {
            var region = new RegionInfo(culture.Name);
            symbols[region.ISOCurrencySymbol] = region.CurrencySymbol;
        }

        return new CurrencyTable(symbols);
    }

    public static void Warm() => ThreadPool.QueueUserWorkItem(_ => Default.SymbolOf("EUR"));
}
