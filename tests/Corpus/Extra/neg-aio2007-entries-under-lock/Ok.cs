using System;
using System.Collections.Concurrent;

namespace Corpus.Extra.NegAio2007EntriesUnderLock;

/// <summary>Entries leave the table under the lock that a look and the read behind it share, and all at once when the object is disposed of.</summary>
public sealed class HandleTable : IDisposable
{
    private readonly object _sync = new object();
    private readonly ConcurrentDictionary<int, string> _names = new ConcurrentDictionary<int, string>();
    private readonly ConcurrentDictionary<int, Type> _types = new ConcurrentDictionary<int, Type>();

    public bool IsKnown(int handle) => _names.ContainsKey(handle);

    public void Open(int handle, string name, Type type)
    {
        _names[handle] = name;
        _types[handle] = type;
    }

    public string NameOf(int handle)
    {
        lock (_sync)
        {
            if (_names.ContainsKey(handle))
                return _names[handle];
        }

        return string.Empty;
    }

    public Type TypeOf(int handle)
    {
        if (!_types.ContainsKey(handle))
            return null;

        return _types[handle];
    }

    public void Close(int handle)
    {
        lock (_sync)
            _names.TryRemove(handle, out _);
    }

    public void Dispose() => _types.Clear();
}
