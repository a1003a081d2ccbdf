using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.NegAio1006CatalogueFirst;

public static class Catalogue
{
    private static readonly object Sync = new();
    private static Dictionary<string, int> _codes;
    private static volatile bool _isFilled;

    public static bool TryFind(string name, out int code)
    {
        code = 0;
        if (!_isFilled && !Fill())
            return false;
        return _codes.TryGetValue(name, out code);
    }

    private static bool Fill()
    {
        lock (Sync)
        {
            if (_isFilled)
                return true;
            _codes = new Dictionary<string, int> { ["get"] = 1, ["set"] = 2 };
            _isFilled = true;
            return true;
        }
    }
}

public sealed class Rights
{
    private int _mask;

    public void Allow(string name)
    {
        int before = _mask;
        if (!Catalogue.TryFind(name, out int code))
            return;
        int seen;
        while ((seen = Interlocked.CompareExchange(ref _mask, before | code, before)) != before)
            before = seen;
    }

    public void Deny(string name)
    {
        int before = _mask;
        if (!Catalogue.TryFind(name, out int code))
            return;
        int seen;
        while ((seen = Interlocked.CompareExchange(ref _mask, before & ~code, before)) != before)
            before = seen;
    }
}
