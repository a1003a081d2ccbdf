using System;
using System.Collections;
using System.Collections.Generic;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Protocol.Sections;

/// <summary>The other looks by which a decision is made anew, and what is done unless there was one; worked out when it is asked for.</summary>
internal sealed class FurtherLooks
{
    private readonly Guard _guard;
    private readonly ProtocolContext _context;
    private HashSet<MemoryEvent>? _looks;
    private BitArray? _behindThisWay;
    private BitArray? _behindOtherWay;

    public FurtherLooks(Guard guard, ProtocolContext context)
    {
        _guard = guard;
        _context = context;
        Contain = node => node.Event is { } @event && (_looks ??= Find()).Contains(@event);
    }

    /// <summary>True for a node that looks at the location again. A read that nothing is decided by is none.</summary>
    public Func<GraphNode, bool> Contain { get; }

    /// <summary>The act is made with this outcome only, unless there was another look.</summary>
    public bool Covers(MemberEvent act)
    {
        if (_guard.Covers(act.Event))
            return true;
        GraphSearch search = _guard.Member.Search;
        return (_behindThisWay ??= search.ReachableByBranch(_guard.Branch, _guard.Outcome, Contain))[act.Event.Node] &&
            !(_behindOtherWay ??= search.ReachableByBranch(_guard.Branch, !_guard.Outcome, Contain))[act.Event.Node];
    }

    private HashSet<MemoryEvent> Find()
    {
        var looks = new HashSet<MemoryEvent>();
        foreach (Guard guard in _context.Guards.Of(_guard.Member))
        {
            // What a step of the count itself reads is asked for when it is done.
            if (guard.Load.Location.Equals(_guard.Load.Location) && guard.Load.Event.Twin is null &&
                !IsForAnother(guard.Load.Event.Key) && !IsForOneItem(guard.Load.Event))
            {
                looks.Add(guard.Load.Event);
            }
        }

        return looks;
    }

    /// <summary>How many there are is asked first, and then for one of them: that says nothing of how many there are by then.</summary>
    private bool IsForOneItem(MemoryEvent look) => DependentAct.IsNumber(_guard.Load.Event) && DependentAct.IsSearch(look);

    /// <summary>A collection is asked for something else, by another parameter.</summary>
    private bool IsForAnother(Value? key) =>
        key is Value.Given { Symbol: IParameterSymbol other } && _guard.Load.Event.Key is Value.Given { Symbol: IParameterSymbol sought } &&
        !SymbolEqualityComparer.Default.Equals(other, sought);
}
