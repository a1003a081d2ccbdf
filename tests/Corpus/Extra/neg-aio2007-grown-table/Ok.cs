using System;
using System.Threading;

namespace Corpus.Extra.NegAio2007GrownTable;

public sealed class Slots
{
    private readonly object _gate = new object();
    private volatile string[] _names = new string[4];

    public string Get(int slot)
    {
        if ((uint)slot >= (uint)_names.Length)
            return null;
        return Volatile.Read(ref _names[slot]);
    }

    public void Set(int slot, string name)
    {
        lock (_gate)
        {
            EnsureRoom(slot + 1);
            Volatile.Write(ref _names[slot], name);
        }
    }

    private void EnsureRoom(int count)
    {
        if (count <= _names.Length)
            return;
        var larger = new string[count];
        Array.Copy(_names, larger, _names.Length);
        _names = larger;
    }
}
