using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Protocol.StoreLoad;

/// <summary>
/// Finds store buffering: a member stores X and then decides by Y, another stores Y and then decides by X, and both can act on the old value.
/// </summary>
internal sealed class StoreBuffering
{
    /// <summary>A store and a check that lie further apart than this many branches have nothing to do with each other.</summary>
    private const int MaxBranches = 3;

    private const Acts Telling = Acts.Wake | Acts.Start | Acts.Wait;

    private readonly ProtocolContext _context;
    private readonly Dictionary<MemoryLocation, ILookup<Member, Guard>> _decisions = new();
    private readonly Dictionary<Guard, bool> _changing = new();
    private readonly Dictionary<Guard, bool> _clearedByWaker = new();

    public StoreBuffering(ProtocolContext context) => _context = context;

    /// <summary>One side of a cycle that lacks its full fence, with the other side.</summary>
    public IEnumerable<Cycle> Find()
    {
        foreach (Member member in _context.World.Own)
        {
            if (member.IsConstruction)
                continue;
            List<MemberEvent> stores = member.Accesses.Where(a => a.Event.Kind == EventKind.Store && IsBelieved(a)).ToList();
            if (stores.Count == 0)
                continue;
            foreach (Guard decision in _context.Guards.Of(member))
            {
                if (decision.Load.Event.Kind != EventKind.Load || !IsBelieved(decision.Load) || !IsAbout(decision))
                    continue;
                List<MemberEvent> otherStores = StoresFor(decision);
                if (otherStores.Count == 0)
                    continue;
                foreach (MemberEvent store in stores)
                {
                    if (member.Search.Reaches(store.Event.Node, decision.Load.Event.Node) &&
                        member.Search.BranchesBetween(store.Event.Node, decision.Load.Event.Node) <= MaxBranches &&
                        FindOther(store, decision, otherStores) is { } cycle && IsUnfenced(store, decision.Load))
                    {
                        yield return new Cycle(store, FirstLook(store, decision), cycle.OtherStore, cycle.OtherDecision);
                    }
                }
            }
        }
    }

    /// <summary>The first branch on the same location behind the store, on the way to the one that tells: it is the look that comes too early.</summary>
    private Guard FirstLook(MemberEvent store, Guard decision)
    {
        GraphSearch search = store.Member.Search;
        Guard first = decision;
        foreach (Guard look in _context.Guards.Of(store.Member))
        {
            MemoryEvent load = look.Load.Event;
            if (load.Kind == EventKind.Load && load.Path!.Equals(first.Load.Event.Path) && load.Node != first.Load.Event.Node &&
                search.Reaches(store.Event.Node, load.Node) && search.Reaches(load.Node, first.Load.Event.Node) &&
                search.BranchesBetween(store.Event.Node, load.Node) < search.BranchesBetween(store.Event.Node, first.Load.Event.Node) &&
                IsUnfenced(store, look.Load))
            {
                first = look;
            }
        }

        return first;
    }

    /// <summary>Some path leads from the store to the load without a full fence, and without another store to the same location.</summary>
    public static bool IsUnfenced(MemberEvent store, MemberEvent load)
    {
        if (store.Location.Overlaps(load.Location) && !AreOtherElements(store.Event, load.Event))
            return false;
        return store.Member.Search.HasUnorderedPath(
            store.Event, load.Event,
            node => node.Event is { Writes: true, Location: { } location } e && e != store.Event && location.Overlaps(store.Location));
    }

    /// <summary>Two elements of one array, by indices that are not the same value.</summary>
    public static bool AreOtherElements(MemoryEvent a, MemoryEvent b) =>
        a.Path is { Index: { } i } && b.Path is { Index: { } j } && !Value.Same(i, j) && a.IsMarked && b.IsMarked;

    /// <summary>Every path between the two has a fence that holds for all threads of the process, this side's included (memory-model.md R1).</summary>
    public static bool IsFencedForAll(MemberEvent store, MemberEvent load) => store.Member.HasProcessWideFence &&
        !store.Member.Search.ReachesUnblocked(store.Event.Node, load.Event.Node, node => node.Event?.IsProcessWide == true);

    /// <summary>The branches that rest on a location, by the members that they are in.</summary>
    private ILookup<Member, Guard> DecisionsBy(MemoryLocation location)
    {
        if (!_decisions.TryGetValue(location, out ILookup<Member, Guard>? decisions))
        {
            _decisions.Add(location, decisions = _context.World.AccessesOf(location).Where(a => a.Event.Reads).Select(a => a.Member).Distinct()
                .SelectMany(_context.Guards.Of).Where(g => g.Load.Location.Overlaps(location) && g.IsChoice).ToLookup(g => g.Member));
        }

        return decisions;
    }

    /// <summary>The stores of others that a decision can miss for the worse.</summary>
    private List<MemberEvent> StoresFor(Guard decision)
    {
        var stores = new List<MemberEvent>(0);
        foreach (MemberEvent other in _context.World.AccessesOf(decision.Load.Location))
        {
            // What takes a search is asked last.
            if (other.Event.Writes && !other.Event.Locks.Excludes(decision.Load.Event.Locks) && decision.IsChoice && Matters(decision, other.Event))
                stores.Add(other);
        }

        return stores;
    }

    private bool IsBelieved(MemberEvent access) => !access.Event.IsUnsafeCollection && _context.Evidence.Of(access.Location) != EvidenceKinds.None;

    [MethodImpl(HotPath.Optimized)]
    private Cycle? FindOther(MemberEvent store, Guard decision, List<MemberEvent> otherStores)
    {
        ILookup<Member, Guard> decisions = DecisionsBy(store.Location);
        foreach (MemberEvent otherStore in otherStores)
        {
            bool isSelf = otherStore.Member == store.Member;
            if (isSelf && !store.Location.Overlaps(decision.Load.Location) && !Stores.IsClear(store.Event))
                continue;

            foreach (Guard otherDecision in decisions[otherStore.Member])
            {
                if (otherDecision.Load.Event.Node != otherStore.Event.Node &&
                    otherStore.Member.Search.Reaches(otherStore.Event.Node, otherDecision.Load.Event.Node) &&
                    !otherDecision.Load.Event.Locks.Excludes(store.Event.Locks) && Matters(otherDecision, store.Event) &&
                    (!isSelf || AreOtherElements(otherStore.Event, otherDecision.Load.Event) ||
                        Reclaims.AreBeside(store, decision, otherStore, otherDecision, _context)) &&
                    !IsFencedForAll(otherStore, otherDecision.Load) && HasEvidence(store, decision, otherStore, otherDecision) &&
                    IsCheckOfTheWait(decision, otherDecision) && IsCheckOfTheWait(otherDecision, decision))
                {
                    return new Cycle(store, decision, otherStore, otherDecision);
                }
            }
        }

        return null;
    }

    /// <summary>Seeing the old value instead of this one makes a difference for the worse: no wake where there should be one, or a needless sleep.</summary>
    [MethodImpl(HotPath.Optimized)]
    private bool Matters(Guard decision, MemoryEvent store)
    {
        Acts acts = decision.NearActs;
        if ((acts & (Acts.Wake | Acts.Start)) != 0 && decision.Admits(store) && !Conditions.IsOfTime(decision.Branch.Condition!))
            return true;
        if ((acts & Acts.Wait) != 0 && !decision.Demands(store.Stored) && !IsOfAnother(decision, store))
            return true;

        // The side without an act counts only where the other one has none either.
        return (acts & Telling) == 0 && decision.Admits(store) && !IsOfAnother(decision, store) && ChangesMore(decision);
    }

    /// <summary>Neither side of the branch wakes, starts or waits, and this one does something.</summary>
    private bool ChangesMore(Guard decision)
    {
        if (!_changing.TryGetValue(decision, out bool changes))
            _changing.Add(decision, changes = HasEffect(decision) && !IsToldOtherwise(decision));
        return changes;
    }

    /// <summary>The other side of the branch wakes, starts or waits.</summary>
    private bool IsToldOtherwise(Guard decision) => _context.Guards.Of(decision.Load).Any(
        g => g.Branch == decision.Branch && g.Outcome != decision.Outcome && (g.NearActs & Telling) != 0);

    /// <summary>The branch asks for this very value: a reference that is only gone through is not asked for.</summary>
    private static bool IsAbout(Guard decision) =>
        decision.Load.Event.Operation.Type is not { IsReferenceType: true } || decision.Load.Location.Kind == LocationKind.Content ||
        Holds(decision.Branch.Condition!, decision.Load.Event);

    private static bool Holds(Value condition, MemoryEvent load) => condition switch
    {
        Value.Negation negation => Holds(negation.Operand, load),
        Value.Comparison comparison => Holds(comparison.Left, load) || Holds(comparison.Right, load),
        Value.Loaded loaded => loaded.Event == load,
        _ => false,
    };

    /// <summary>
    /// What is asked for is zero, which somebody stores who then wakes; this one stores something that is not known, as who goes on under a new number does.
    /// </summary>
    private bool IsOfAnother(Guard decision, MemoryEvent store) =>
        store is { Kind: EventKind.Store, Stored: not (null or Value.Constant) } && IsClearedByWaker(decision);

    private bool IsClearedByWaker(Guard decision)
    {
        if (!_clearedByWaker.TryGetValue(decision, out bool isCleared))
            _clearedByWaker.Add(decision, isCleared = IsAskedForZero(decision.Load) && FindClearByWaker(decision) is not null);
        return isCleared;
    }

    private MemberEvent? FindClearByWaker(Guard decision) => _context.World.AccessesOf(decision.Load.Location).FirstOrDefault(
        a => Stores.IsClear(a.Event) && a.Event.IsMarked && a.Member != decision.Member && a.Member.Graph.Events.Any(e => e.Kind == EventKind.Wake));

    private bool IsAskedForZero(MemberEvent load) => _context.Guards.Of(load).Any(g => g.Demands(new Value.Constant(1)) && !g.Admits(new Value.Constant(0)));

    /// <summary>Something is done there that is left undone where the new value is missed.</summary>
    private static bool HasEffect(Guard decision) => decision.Member.Graph.Nodes.Any(n => decision.Region[n.Index] &&
        (n.IsExit || n.Event is { Writes: true } or { Kind: EventKind.Invoke or EventKind.Opaque or EventKind.Start or EventKind.Wake }));

    /// <summary>Where the other member waits for this very wake, its check must be the one that sends it there.</summary>
    private static bool IsCheckOfTheWait(Guard waker, Guard other)
    {
        bool isWaitedFor = false;
        foreach (MemoryEvent wake in waker.NearEvents(EventKind.Wake))
        {
            foreach (MemoryEvent wait in other.Member.Graph.Events)
            {
                if (!IsFor(wake, wait))
                    continue;
                if (IsClose(other, 0, wait) || IsClose(other, 1, wait))
                    return true;
                isWaitedFor = true;
            }
        }

        return !isWaitedFor;
    }

    private static bool IsClose(Guard check, int side, MemoryEvent wait) =>
        check.Member.Search.BranchesBetween(check.Branch.Successors[side], wait.Node) <= MaxBranches;

    /// <summary>The wait is on the very object that the wake is for.</summary>
    private static bool IsFor(MemoryEvent wake, MemoryEvent wait) =>
        wait.Kind == EventKind.Wait && wait.Location is { } location && wake.Location?.MayAlias(location) == true;

    /// <summary>One side wakes who waits on the very object that the other side waits on: there are two threads, marked or not.</summary>
    private static bool IsWakeOf(Guard waker, Guard waiter)
    {
        if (waker.Member == waiter.Member)
            return false;
        foreach (MemoryEvent wake in waker.NearEvents(EventKind.Wake))
        {
            foreach (MemoryEvent wait in waiter.NearEvents(EventKind.Wait))
            {
                if (IsFor(wake, wait))
                    return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The branch asks for what others store: not for what a call gives back for it, nor for a plain value that the member has stored there itself.
    /// </summary>
    private static bool IsOfOthers(Guard decision) => decision.Load.Event.Operation.Parent is not IArgumentOperation &&
        !decision.Member.Accesses.Any(a => a.Event is { Kind: EventKind.Store, Action.IsPlain: true } && a.Location.MayAlias(decision.Load.Location) &&
            decision.Member.Search.Reaches(a.Event.Node, decision.Load.Event.Node));

    private bool HasEvidence(MemberEvent store, Guard decision, MemberEvent otherStore, Guard otherDecision)
    {
        Acts acts = decision.NearActs | otherDecision.NearActs;
        bool storeMarked = _context.Evidence.IsMarked(store.Location);
        bool loadMarked = _context.Evidence.IsMarked(decision.Load.Location);
        if ((IsWakeOf(decision, otherDecision) || IsWakeOf(otherDecision, decision)) && IsOfOthers(decision) && IsOfOthers(otherDecision))
            return true;
        if ((acts & (Acts.Wake | Acts.Wait)) != 0)
            return storeMarked && loadMarked;
        if ((acts & Acts.Start) != 0)
            return storeMarked || loadMarked;
        return storeMarked && loadMarked &&
            ((((decision.Acts | otherDecision.Acts) & Acts.Invoke) != 0 && decision.Load.Location.Overlaps(store.Location)) ||
                Reclaims.AreBeside(store, decision, otherStore, otherDecision, _context));
    }

    /// <summary>Both sides of a store-buffering cycle; the first one lacks the fence.</summary>
    internal sealed class Cycle
    {
        public Cycle(MemberEvent store, Guard decision, MemberEvent otherStore, Guard otherDecision)
        {
            Store = store;
            Decision = decision;
            OtherStore = otherStore;
            OtherDecision = otherDecision;
        }

        public MemberEvent Store { get; }

        public Guard Decision { get; }

        public MemberEvent OtherStore { get; }

        public Guard OtherDecision { get; }
    }
}
