using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.NegAio3001TwoLocksWriter;

public sealed class Topology
{
    private readonly object _nodeLock = new object();
    private readonly object _linkLock = new object();
    private readonly List<string> _nodes = new List<string>();

    public void Add(string node)
    {
        lock (_nodeLock)
        {
            lock (_linkLock)
            {
                _nodes.Add(node);
            }
        }
    }

    public void Remove(string node)
    {
        lock (_nodeLock)
        {
            lock (_linkLock)
            {
                _nodes.Remove(node);
            }
        }
    }

    public bool Has(string node)
    {
        lock (_nodeLock)
        {
            return _nodes.Contains(node);
        }
    }

    public string[] All()
    {
        lock (_nodeLock)
        {
            return _nodes.ToArray();
        }
    }

    public int CountLinks(Func<string, int> degree)
    {
        lock (_linkLock)
        {
            int sum = 0;
            foreach (string node in _nodes)
            {
                sum += degree(node);
            }

            return sum;
        }
    }
}
