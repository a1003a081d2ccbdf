using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;

namespace Corpus.Extra.NegAio1003StaleAskedAgain;

public sealed class Versions
{
    private long _members;
    private long _clients;

    public long Members => Volatile.Read(ref _members);

    public long Clients => Volatile.Read(ref _clients);

    public void Join() => Interlocked.Increment(ref _members);

    public void Connect() => Interlocked.Increment(ref _clients);
}

public sealed class RouteTable
{
    private readonly object _gate = new object();
    private readonly Versions _versions;
    private ImmutableDictionary<string, long> _routes = ImmutableDictionary<string, long>.Empty;
    private long _seenMembers;
    private long _seenClients;

    public RouteTable(Versions versions) => _versions = versions;

    public bool TryFind(string name, out long route)
    {
        Refresh();
        return Volatile.Read(ref _routes).TryGetValue(name, out route);
    }

    public int Count()
    {
        Refresh();
        return Volatile.Read(ref _routes).Count;
    }

    private void Refresh()
    {
        if (IsStale())
        {
            lock (_gate)
            {
                if (IsStale())
                {
                    long members = _versions.Members;
                    long clients = _versions.Clients;
                    Volatile.Write(ref _routes, _routes.SetItem("members", members).SetItem("clients", clients));
                    Volatile.Write(ref _seenMembers, members);
                    Volatile.Write(ref _seenClients, clients);
                }
            }
        }

        bool IsStale() => Volatile.Read(ref _seenMembers) < _versions.Members || Volatile.Read(ref _seenClients) != _versions.Clients;
    }
}
