using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Net;
using System.Threading;

namespace Corpus.Extra.Aio2007LeaderByProperty.After;

public sealed class Replica
{
    private int _failures;

    public Replica(string name, DnsEndPoint endpoint)
    {
        Name = name;
        Endpoint = endpoint;
    }

    public string Name { get; }

    public DnsEndPoint Endpoint { get; }

    public bool Healthy => Volatile.Read(ref _failures) < 3;

    public void ReportSuccess() => Interlocked.Exchange(ref _failures, 0);

    public bool ReportFailure() => Interlocked.Increment(ref _failures) == 3;
}

public sealed class ReplicaSet
{
    private readonly ImmutableArray<Replica> _members;
    private readonly DnsEndPoint _proxy;
    private volatile Replica _leader;
    private uint _turn;

    public ReplicaSet(IEnumerable<Replica> members, DnsEndPoint proxy)
    {
        _members = members.ToImmutableArray();
        _proxy = proxy ?? throw new ArgumentNullException(nameof(proxy));
    }

    public event EventHandler<string> LeaderLost;

    private Replica Leader => _leader;

    private DnsEndPoint WriteEndpoint =>
        Leader is { Healthy: true } leader
            ? leader.Endpoint
            : _proxy;

    public DnsEndPoint Route(bool write)
    {
        if (write)
        {
            return WriteEndpoint;
        }

        uint turn = Interlocked.Increment(ref _turn);
        for (int i = 0; i < _members.Length; i++)
        {
            Replica candidate = _members[(int)((turn + (uint)i) % (uint)_members.Length)];
            if (candidate.Healthy)
            {
                return candidate.Endpoint;
            }
        }

        return _proxy;
    }

    public void OnElected(string name)
    {
        foreach (Replica member in _members)
        {
            if (member.Name == name)
            {
                member.ReportSuccess();
                _leader = member;
                return;
            }
        }
    }

    public void OnRequestFailed(DnsEndPoint endpoint)
    {
        foreach (Replica member in _members)
        {
            if (member.Endpoint.Equals(endpoint) && member.ReportFailure())
            {
                Demote(member);
            }
        }
    }

    private void Demote(Replica replica)
    {
        if (Interlocked.CompareExchange(ref _leader, null, replica) == replica)
        {
            LeaderLost?.Invoke(this, replica.Name);
        }
    }
}
