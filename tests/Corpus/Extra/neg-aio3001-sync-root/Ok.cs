using System;
using System.Collections;
using System.Collections.Generic;

namespace Corpus.Extra.NegAio3001SyncRoot;

public sealed class SharedNames : ICollection
{
    private readonly object _root = new object();
    private readonly List<string> _names = new List<string>();

    public object SyncRoot => _root;

    public bool IsSynchronized => true;

    public int Count
    {
        get
        {
            lock (_root)
            {
                return _names.Count;
            }
        }
    }

    public void Add(string name)
    {
        lock (_root)
        {
            _names.Add(name);
        }
    }

    public bool Remove(string name)
    {
        lock (_root)
        {
            return _names.Remove(name);
        }
    }

    public void CopyTo(Array array, int index)
    {
        lock (_root)
        {
            ((ICollection)_names).CopyTo(array, index);
        }
    }

    public IEnumerator GetEnumerator()
    {
        lock (_root)
        {
            return _names.GetEnumerator();
        }
    }
}
