using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.NegAio3007OwnTable;

public sealed class Graph
{
    public readonly List<Graph> Next = new List<Graph>();
    public string Name;
}

public sealed class GraphReader
{
    private volatile Graph _root = new Graph();

    public Graph Root => _root;

    public void Read(IEnumerable<(string Name, string Parent)> rows)
    {
        var made = new Dictionary<string, Graph>();
        var root = new Graph();
        foreach (var (name, parent) in rows)
        {
            var node = new Graph();
            made[name] = node;
            node.Name = name;
            (made.TryGetValue(parent, out Graph above) ? above : root).Next.Add(node);
        }

        _root = root;
    }

    public int Degree() => _root.Next.Count;
}
