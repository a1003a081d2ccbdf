using System.Collections.Concurrent;
using System.Threading;

namespace Cases.CacheEmptied;

/// <summary>A table that is made on demand and dropped when it is out of date.</summary>
public sealed class NameTable
{
    private ConcurrentDictionary<string, int>? _names;

    public int NumberOf(string name)
    {
        ConcurrentDictionary<string, int> names = Volatile.Read(ref _names) ?? Make();
        return names.GetOrAdd(name, static n => n.Length);
    }

    public void Drop()
    {
        Volatile.Read(ref _names)?.Clear();
        Volatile.Write(ref _names, null);
    }

    private ConcurrentDictionary<string, int> Make()
    {
        var made = new ConcurrentDictionary<string, int>();
        return Interlocked.CompareExchange(ref _names, made, null) ?? made;
    }
}
