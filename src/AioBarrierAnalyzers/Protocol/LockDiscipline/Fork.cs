using System.Collections;
using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;

namespace AioBarrierAnalyzers.Protocol.LockDiscipline;

/// <summary>A place at which work is started, and where the same member waits for what the work does last.</summary>
internal sealed class Fork
{
    private readonly Member _work;
    private readonly ProtocolContext _context;
    private readonly bool _isOnce;
    private List<WorkEnd>? _ends;

    /// <param name="start">Where the work is started.</param>
    /// <param name="work">The code that is started.</param>
    /// <param name="isOnly">It is started nowhere else.</param>
    /// <param name="context">The type that is judged.</param>
    public Fork(MemberEvent start, Member work, bool isOnly, ProtocolContext context)
    {
        Starter = start.Member;
        Start = start.Event;
        _work = work;
        _context = context;
        _isOnce = isOnly && !start.Member.Search.Reaches(start.Event.Node, start.Event.Node);
    }

    public Member Starter { get; }

    public MemoryEvent Start { get; }

    /// <summary>What the starter does from the start until it has waited for the end of an access of the work; null where it does not on every way.</summary>
    public BitArray? UntilJoined(MemoryEvent access)
    {
        List<WorkEnd> ends = (_ends ??= FindEnds()).Where(e => e.IsBehind(access)).ToList();
        bool IsWait(GraphNode node) => node.Event is { } @event && ends.Exists(e => e.Wait == @event);
        return ends.Count == 0 || Starter.Search.ReachesEnd(Start.Node, IsWait, static _ => false) ? null : Starter.Search.ReachableFrom(Start.Node, IsWait);
    }

    private List<WorkEnd> FindEnds()
    {
        var ends = new List<WorkEnd>();
        foreach (MemoryEvent wait in Starter.Graph.Events)
        {
            if (Starter.Search.Reaches(Start.Node, wait.Node) && WorkEnd.OfSignal(wait, _work, _isOnce, _context) is { } end)
                ends.Add(end);
        }

        foreach (Guard loop in _context.Guards.Of(Starter))
        {
            if (Starter.Search.Reaches(Start.Node, loop.Load.Event.Node) && WorkEnd.OfLoop(loop, Start, _work, _isOnce, _context) is { } end)
                ends.Add(end);
        }

        return ends;
    }
}
