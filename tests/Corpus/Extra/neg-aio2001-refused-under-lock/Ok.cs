using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.NegAio2001RefusedUnderLock;

public sealed class Catalogue
{
    private readonly object _gate = new object();
    private readonly List<string> _entries = new List<string>();
    private int _sealed;

    public bool IsSealed => Volatile.Read(ref _sealed) != 0;

    public void Add(string entry)
    {
        lock (_gate)
        {
            if (Volatile.Read(ref _sealed) != 0)
            {
                throw new InvalidOperationException("The catalogue is sealed.");
            }

            _entries.Add(entry);
        }
    }

    public string[] Seal()
    {
        lock (_gate)
        {
            if (Volatile.Read(ref _sealed) != 0)
            {
                throw new InvalidOperationException("The catalogue is sealed already.");
            }

            Volatile.Write(ref _sealed, 1);
            return _entries.ToArray();
        }
    }
}
