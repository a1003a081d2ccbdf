using System;
using System.Threading;

namespace Corpus.Extra.Aio1002TwoReferences.Before;

/// <summary>Append-only: the arrays only ever get longer.</summary>
public sealed class EndpointTable
{
    private readonly object _writers = new object();
    private string[] _names = Array.Empty<string>();
    private int[] _ports = Array.Empty<int>();

    public void Add(string name, int port)
    {
        lock (_writers)
        {
            _names = Append(_names, name);
            _ports = Append(_ports, port);
        }
    }

    public bool TryFind(int port, out string name)
    {
        int[] ports = Volatile.Read(ref _ports);
        string[] names = _names;
        for (int i = 0; i < ports.Length; i++)
        {
            if (ports[i] == port)
            {
                name = names[i];
                return true;
            }
        }

        name = null;
        return false;
    }

    private static T[] Append<T>(T[] old, T item)
    {
        var grown = new T[old.Length + 1];
        old.CopyTo(grown, 0);
        grown[old.Length] = item;
        return grown;
    }
}
