using System;
using System.Collections;
using System.Collections.Generic;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;

namespace AioBarrierAnalyzers.Protocol.Messages;

/// <summary>
/// What is done where a guard's branch goes the other way. A use that both ways lead to rests on the guard all the same where the other one leads there only
/// by what makes it right: a store of what is used (lazy initialisation), or a wait until another thread is done.
/// </summary>
internal sealed class OtherWay
{
    private readonly Guard _guard;
    private readonly List<MemoryLocation> _made = new(0);
    private readonly bool _waits;
    private (BitArray AtOnce, BitArray Unwaited)? _reached;

    public OtherWay(Guard guard)
    {
        _guard = guard;
        foreach (MemoryEvent @event in guard.Member.Graph.Events)
        {
            if (!guard.IsOpposite(@event))
                continue;
            _waits |= @event.Kind == EventKind.Wait;
            if (@event is { Writes: true, Location: { } location } && !_made.Contains(location))
                _made.Add(location);
        }
    }

    /// <summary>The use rests on the guard wherever this thread has not made itself sure of what it uses.</summary>
    public bool MakesSure(MemberEvent use)
    {
        foreach (MemoryLocation location in _made)
        {
            if (location.Overlaps(use.Location) && IsMadeOnTheWayTo(use))
                return true;
        }

        if (!_waits)
            return false;
        _reached ??= Reached(static n => n.Event is { Kind: EventKind.Wait });
        return _reached.Value.AtOnce[use.Event.Node] && !_reached.Value.Unwaited[use.Event.Node];
    }

    private bool IsMadeOnTheWayTo(MemberEvent use)
    {
        (BitArray atOnce, BitArray unmade) = Reached(n => n.Event is { Writes: true, Location: { } made } && made.Overlaps(use.Location));
        return atOnce[use.Event.Node] && !unmade[use.Event.Node];
    }

    /// <summary>Where the guard's way leads, and the other one, without such a node.</summary>
    private (BitArray Guarded, BitArray Other) Reached(Func<GraphNode, bool> isMeans)
    {
        GraphSearch search = _guard.Member.Search;
        return (search.ReachableByBranch(_guard.Branch, _guard.Outcome, isMeans), search.ReachableByBranch(_guard.Branch, !_guard.Outcome, isMeans));
    }
}
