using System;
using System.Collections.Generic;

namespace Corpus.Extra.NegAio3007LocalBuilder;

public sealed class Node
{
    public string Name;
    public Node Parent;
    public List<Node> Children = new List<Node>();
}

public sealed class TreeSource
{
    private volatile Node _root = new Node();

    public string RootName => _root.Name;

    public void Build(IEnumerable<string> paths)
    {
        var known = new Dictionary<string, Node>();
        var root = new Node();
        known[""] = root;
        root.Name = "/";
        foreach (string path in paths)
        {
            var node = new Node();
            known[path] = node;
            node.Name = path;
            int cut = path.LastIndexOf('/');
            node.Parent = known.TryGetValue(path.Substring(0, Math.Max(cut, 0)), out Node parent) ? parent : root;
            node.Parent.Children.Add(node);
        }

        _root = root;
    }

    public int Size() => Count(_root);

    private static int Count(Node node)
    {
        int count = 1;
        foreach (Node child in node.Children)
        {
            count += Count(child);
        }

        return count;
    }
}
