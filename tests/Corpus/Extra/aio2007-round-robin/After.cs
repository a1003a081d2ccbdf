using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Corpus.Extra.Aio2007RoundRobin.After;

public sealed class Node
{
    private int _failures;

    public Node(Uri address) => Address = address;

    public Uri Address { get; }

    public bool IsSuspect => Volatile.Read(ref _failures) > 3;

    public void ReportFailure() => Interlocked.Increment(ref _failures);

    public void ReportSuccess() => Interlocked.Exchange(ref _failures, 0);
}

public sealed class RoundRobin
{
    private readonly object _membership = new object();
    private volatile Node[] _nodes = Array.Empty<Node>();
    private uint _turn;

    public int Count => _nodes.Length;

    public void Update(IEnumerable<Uri> addresses)
    {
        lock (_membership)
        {
            Dictionary<Uri, Node> known = _nodes.ToDictionary(node => node.Address);
            _nodes = addresses
                .Distinct()
                .Select(address => known.TryGetValue(address, out Node node) ? node : new Node(address))
                .ToArray();
        }
    }

    public void Remove(Node node)
    {
        lock (_membership)
        {
            _nodes = Array.FindAll(_nodes, other => other != node);
        }
    }

    public Node Pick()
    {
        uint turn = Interlocked.Increment(ref _turn);
        Node[] nodes = _nodes;
        return nodes.Length == 0 ? null : nodes[turn % (uint)nodes.Length];
    }

    public Node PickHealthy(int attempts)
    {
        Node last = null;
        for (int i = 0; i < attempts; i++)
        {
            last = Pick();
            if (last is null or { IsSuspect: false })
            {
                break;
            }
        }

        return last;
    }
}
