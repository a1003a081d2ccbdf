using System.Collections;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Sharing;

namespace AioBarrierAnalyzers.Protocol.Decisions;

/// <summary>What runs only where a branch that rests on a load goes one way, until the load is made again; worked out when it is first asked for.</summary>
internal sealed class BranchRegions
{
    private readonly MemberEvent _load;
    private readonly GraphNode _branch;
    private BitArray? _onlyTrue;
    private BitArray? _onlyFalse;

    public BranchRegions(MemberEvent load, GraphNode branch)
    {
        _load = load;
        _branch = branch;
    }

    public BitArray Of(bool outcome)
    {
        if (_onlyTrue is null)
            Find();
        return outcome ? _onlyTrue! : _onlyFalse!;
    }

    private void Find()
    {
        GraphSearch search = _load.Member.Search;

        // Any other look at the location decides anew.
        bool IsLoadAgain(GraphNode node) =>
            node.Index == _load.Event.Node || (node.Event is { Reads: true, Location: { } location } && location.Equals(_load.Location));
        BitArray whenTrue = search.ReachableByBranch(_branch, true, IsLoadAgain);
        BitArray whenFalse = search.ReachableByBranch(_branch, false, IsLoadAgain);
        whenTrue[_load.Event.Node] = false;
        whenFalse[_load.Event.Node] = false;
        _onlyFalse = new BitArray(whenFalse).And(whenTrue).Xor(whenFalse);
        _onlyTrue = whenTrue.And(whenFalse.Not());
    }
}
