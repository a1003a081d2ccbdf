using System;
using System.Threading;

namespace Corpus.Extra.Aio2001LeaderClaim.After;

public sealed class LocalElection
{
    public const int None = 0;

    private int _leader;

    public int Leader => Volatile.Read(ref _leader);

    public bool TryLead(int node)
    {
        int leader = Leader;
        if (leader == node)
        {
            return true;
        }

        return leader == None && Interlocked.CompareExchange(ref _leader, node, None) == None;
    }

    public void StepDown(int node)
    {
        if (Leader == node)
        {
            Volatile.Write(ref _leader, None);
        }
    }
}

public sealed class ElectionNode
{
    private readonly LocalElection _election;
    private readonly int _id;

    public ElectionNode(LocalElection election, int id)
    {
        _election = election;
        _id = id;
    }

    public void Start(Action<int> duty, CancellationToken stop) => new Thread(() =>
    {
        while (!stop.WaitHandle.WaitOne(50))
        {
            if (_election.TryLead(_id))
            {
                duty(_id);
                _election.StepDown(_id);
            }
        }
    }).Start();
}
