using System;
using System.Threading;

namespace Corpus.Extra.NegAio4003Reference;

public sealed class Routes
{
    private string[] _names = Array.Empty<string>();
    private Func<string, bool> _filter;

    public void Set(string[] names) => Volatile.Write(ref _names, names);

    public bool Has(string name)
    {
        string[] names = _names;
        return names.Length > 0 && Array.IndexOf(names, name) >= 0;
    }

    public void Use(Func<string, bool> filter) => _filter = filter;

    public bool Passes(string name)
    {
        Func<string, bool> filter = Volatile.Read(ref _filter);
        return filter == null || filter(name);
    }
}
