using System.Collections;
using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Sharing;

namespace AioBarrierAnalyzers.Protocol.Decisions;

/// <summary>A load that a branch rests on, and what runs only where the branch goes one way.</summary>
internal sealed class Guard
{
    /// <summary>So many branches may lie between two things that still belong together.</summary>
    public const int NearBranches = 1;

    private readonly BranchRegions _regions;
    private readonly Guard? _twin;
    private bool? _isChoice;
    private bool? _isSpin;
    private Acts? _acts;
    private Acts? _nearActs;
    private Dictionary<EventKind, List<MemoryEvent>>? _nearEvents;

    /// <param name="load">The load that the branch rests on.</param>
    /// <param name="branch">The branch.</param>
    /// <param name="outcome">Which way leads into the region.</param>
    /// <param name="regions">The nodes that run only with that outcome, or with the other one.</param>
    /// <param name="twin">The guard of the other outcome, if it was made before.</param>
    public Guard(MemberEvent load, GraphNode branch, bool outcome, BranchRegions regions, Guard? twin = null)
    {
        _twin = twin;
        Load = load;
        Branch = branch;
        Outcome = outcome;
        _regions = regions;
    }

    public MemberEvent Load { get; }

    public GraphNode Branch { get; }

    /// <summary>The outcome of the branch's condition that leads into the region.</summary>
    public bool Outcome { get; }

    /// <summary>The nodes that run only with that outcome, until the load is made again.</summary>
    public BitArray Region => _regions.Of(Outcome);

    /// <summary>The event runs only with the other outcome.</summary>
    public bool IsOpposite(MemoryEvent @event) => _regions.Of(!Outcome)[@event.Node];

    /// <summary>What is done in the region.</summary>
    public Acts Acts => _acts ??= ActsOf.Region(Member.Graph, Region);

    /// <summary>What is done in the region with hardly a further decision: this branch is what decides it.</summary>
    public Acts NearActs => _nearActs ??= FindNearActs();

    /// <summary>Both ways lead on: where one of them only throws, the branch refuses a misuse and decides nothing.</summary>
    public bool IsChoice => _isChoice ??= _twin?.IsChoice ?? (LeadsOn(0) && LeadsOn(1));

    /// <summary>This way only throws.</summary>
    public bool IsRefusal => !LeadsOn(Outcome ? 0 : 1);

    /// <summary>One way only leads back to the load: the branch waits until the other one is open.</summary>
    public bool IsSpin => _isSpin ??= _twin?.IsSpin ?? (OnlyReturns(0) || OnlyReturns(1));

    /// <summary>This way only leads back to the load: the branch waits while it is open.</summary>
    public bool IsReturn => OnlyReturns(Outcome ? 0 : 1);

    public Member Member => Load.Member;

    private Acts FindNearActs()
    {
        var acts = Acts.None;
        foreach (MemoryEvent @event in Member.Graph.Events)
        {
            if (Region[@event.Node] && (Acts & ActsOf.Event(@event)) != 0 && IsNear(@event))
                acts |= ActsOf.Event(@event);
        }

        return acts;
    }

    /// <summary>The events of a kind in the region that this branch decides on.</summary>
    public IReadOnlyList<MemoryEvent> NearEvents(EventKind kind)
    {
        _nearEvents ??= new Dictionary<EventKind, List<MemoryEvent>>();
        if (!_nearEvents.TryGetValue(kind, out List<MemoryEvent>? events))
            _nearEvents.Add(kind, events = FindNearEvents(kind));
        return events;
    }

    private List<MemoryEvent> FindNearEvents(EventKind kind) => Member.Graph.Events.FindAll(e => e.Kind == kind && Region[e.Node] && IsNear(e));

    /// <summary>Hardly a branch lies between this one's outcome and the event.</summary>
    public bool IsNear(MemoryEvent @event) => Member.Search.BranchesBetween(Branch.Successors[Outcome ? 0 : 1], @event.Node) <= NearBranches;

    private bool LeadsOn(int side)
    {
        int start = Branch.Successors[side];
        return Member.Search.ReachesEnd(start, static _ => false, node => node.Index == Load.Event.Node || node.Index == Branch.Index);
    }

    private bool OnlyReturns(int side)
    {
        int start = Branch.Successors[side];

        // What lies behind the load itself is behind this branch too.
        return start == Load.Event.Node || (Member.Search.Reaches(start, Load.Event.Node) &&
            !Member.Search.ReachesEnd(start, node => node.Index == Load.Event.Node, static _ => false));
    }

    public bool Covers(MemoryEvent @event) => Region[@event.Node];

    /// <summary>Made with this outcome only, also where the location was read once more in between.</summary>
    public bool IsOnlyWayTo(MemoryEvent @event) => Load.Event.Node < @event.Node &&
        Member.Search.ReachableByBranch(Branch, Outcome, static _ => false)[@event.Node] &&
        !Member.Search.ReachableByBranch(Branch, !Outcome, static _ => false)[@event.Node];

    /// <summary>False where the load of this value certainly takes the other way.</summary>
    public bool Admits(Value? content) =>
        content is null || Conditions.Decide(Branch.Condition!, Load.Event, content) is not { } decided || decided == Outcome;

    /// <summary>
    /// False where the load of what this event stores certainly takes the other way: a count that goes down where a positive one is asked for.
    /// </summary>
    public bool Admits(MemoryEvent store)
    {
        long rise = store.Delta != 0 ? store.Delta : store.Twin is null ? 0 : (store.Stored as Value.Derived)?.Addend ?? 0;
        return Admits(store.Stored) && (rise == 0 || Branch.Condition is not { } condition ||
            Conditions.TrendTo(condition, Load.Event) is not { } trend || (trend > 0) == Outcome == (rise > 0));
    }

    /// <summary>True where the load of this value certainly leads into the region.</summary>
    public bool Demands(Value? content) =>
        content is not null && Conditions.Decide(Branch.Condition!, Load.Event, content) == Outcome;
}
