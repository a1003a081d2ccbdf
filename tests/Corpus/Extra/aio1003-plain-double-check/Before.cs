using System;
using System.Collections.Generic;

namespace Corpus.Extra.Aio1003PlainDoubleCheck.Before;

public static class CurrencyTable
{
    private static readonly object s_gate = new object();
    private static bool s_isLoaded;
    private static Dictionary<string, int> s_digits;

    public static int DigitsOf(string code)
    {
        EnsureLoaded();
        return s_digits.TryGetValue(code, out int digits) ? digits : 2;
    }

    public static bool IsKnown(string code)
    {
        EnsureLoaded();
        return s_digits.ContainsKey(code);
    }

    private static void EnsureLoaded()
    {
        if (!s_isLoaded)
        {
            lock (s_gate)
            {
                if (!s_isLoaded)
                {
                    s_isLoaded = true;
                    s_digits = Load();
                }
            }
        }
    }

    private static Dictionary<string, int> Load()
    {
        var digits = new Dictionary<string, int>(StringComparer.Ordinal);
        digits["JPY"] = 0;
        digits["KWD"] = 3;
        digits["EUR"] = 2;
        return digits;
    }
}
