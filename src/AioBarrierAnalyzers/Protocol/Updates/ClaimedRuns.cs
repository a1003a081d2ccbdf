using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Protocol.Updates;

/// <summary>
/// Tells code that is only ever started by whoever has claimed a state by compare-exchange, and that alone gives the state back: for as long as it runs, the
/// state that all claims start from is not there, and no claim can succeed.
/// </summary>
internal sealed class ClaimedRuns
{
    private readonly ProtocolContext _context;
    private readonly Member _work;
    private readonly MemoryLocation _state;
    private readonly Value _free;

    /// <summary>What others store in the place that may be the state which claims start from.</summary>
    private readonly List<MemberEvent> _others;

    /// <summary>By what the work gives up what it has claimed.</summary>
    private readonly List<MemberEvent> _releases;

    private ClaimedRuns(MemberEvent store, Value free, ProtocolContext context)
    {
        _context = context;
        _work = store.Member;
        _free = free;
        _state = store.Location;
        List<MemberEvent> writes = context.World.AccessesOf(_state).Where(a => a.Event.Writes).ToList();
        ILookup<bool, MemberEvent> freeing = writes.Where(w => w.Member != _work && MayStore(w, free)).ToLookup(w => IsBehindWork(w.Event, writes));
        _others = freeing[false].ToList();
        List<MemberEvent> late = freeing[true].ToList();
        _releases = writes.Where(a => a.Member == _work && (MayStore(a, free) || late.Exists(o => MayStore(a, o.Event.Comparand!)))).ToList();
    }

    /// <summary>The store is made in such a run, and the change is a claim.</summary>
    public static bool Exclude(MemberEvent store, MemberEvent change, ProtocolContext context)
    {
        if (store.Member.Kind != MemberKind.Started || change.Event.Comparand is not Value.Constant free || !IsOfStartersAlone(store.Member.Method))
            return false;
        var runs = new ClaimedRuns(store, free, context);
        return runs.IsHeldAt(store.Event) && runs._others.TrueForAll(o => runs.IsClaimed(o, o.Event.Path!.Base)) && runs.AreClaimed();
    }

    /// <summary>Nobody calls it but by starting it.</summary>
    private static bool IsOfStartersAlone(IMethodSymbol method) => method.DeclaredAccessibility == Accessibility.Private ||
        method.MethodKind is MethodKind.AnonymousFunction or MethodKind.LocalFunction;

    /// <summary>Frees the state only where it finds another one, into which nobody but the work puts it.</summary>
    private bool IsBehindWork(MemoryEvent freeing, List<MemberEvent> writes) => freeing.Comparand is Value.Constant from && !Value.Same(from, _free) &&
        !writes.Exists(w => (w.Member != _work || IsClaim(w.Event)) && MayStore(w, from));

    private static bool MayStore(MemberEvent write, Value state) =>
        write.Event.Stored is not Value.Constant stored || Value.Same(stored, state);

    /// <summary>On no way there the run has given the state back and not claimed it anew.</summary>
    private bool IsHeldAt(MemoryEvent @event) => _releases.TrueForAll(
        r => !_work.Search.ReachesUnblocked(r.Event.Node, @event.Node, n => n.Event is { } e && IsClaim(e)));

    /// <summary>Wherever the work is started, and it is somewhere: behind a claim, or by itself while it holds the state.</summary>
    private bool AreClaimed()
    {
        List<MemberEvent> starts = _context.World.Members
            .SelectMany(m => m.Graph.Events.Where(e => e.Kind == EventKind.Start && _work.IsRunBy(e)).Select(e => new MemberEvent(m, e))).ToList();
        return starts.Count > 0 && starts.TrueForAll(s => IsClaimed(s, s.Event.Started[0].Receiver) || (s.Member == _work && IsHeldAt(s.Event)));
    }

    /// <summary>Done only where the state of this object was claimed.</summary>
    private bool IsClaimed(MemberEvent act, Value? of) => act.Member.AtomicUpdates.Any(
        a => IsClaim(a.Event) && Value.Same(a.Event.Path!.Base, of) &&
            _context.Guards.Of(a).Exists(g => g.Covers(act.Event) && Conditions.DecideWhereExchanged(g.Branch.Condition!, a.Event) == g.Outcome));

    private bool IsClaim(MemoryEvent update) =>
        update is { Kind: EventKind.ReadModifyWrite, Comparand: Value.Constant from, Stored: Value.Constant to, Location: { } location } &&
        location.MayAlias(_state) && Value.Same(from, _free) && !Value.Same(to, _free);
}
